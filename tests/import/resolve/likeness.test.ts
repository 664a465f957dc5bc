/** Names that may be one have something in common that is cheap to look up. */
import { likenessesOf } from '../../../import/resolve/likeness'

describe('what names have in common', () => {
  it.each([
    ['organization', '远洲机电集团有限公司', '江州远洲物流园'],
    ['organization', '国家电网', '国家电网四川公司'],
    ['organization', '鼓楼区教育局', '南京市鼓楼区教育局'],
    ['organization', '市委宣传部', '襄阳市委宣传部'],
    ['organization', '浙江大学', '浙江大学医学院'],
    ['policy', '《湖北省青松护林行动方案》', '青松护林行动'],
  ] as const)('%s: %s and %s', (type, a, b) => {
    const others = likenessesOf(type, b)
    expect(likenessesOf(type, a).filter(likeness => others.includes(likeness))).not.toEqual([])
  })

  it.each([
    ['organization', '浙江大学', '四川大学'],
    ['organization', '湖北日报', '湖南日报'],
    ['policy', '青松护林行动', '翠柏护林行动'],
  ] as const)('is nothing for %s: %s and %s', (type, a, b) => {
    const others = likenessesOf(type, b)
    expect(likenessesOf(type, a).filter(likeness => others.includes(likeness))).toEqual([])
  })

  it('is asked of bodies and policies only', () => {
    expect(likenessesOf('person', '柏屿川')).toEqual([])
    expect(likenessesOf('region', '鼓楼区')).toEqual([])
  })
})
