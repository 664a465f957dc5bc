/** What body is meant by a name that somebody types. */
import { readBodyName } from '../../../import/resolve/body-name'

it.each([
  ['发改委', '国家发展和改革委员会'],
  ['工信部', '工业和信息化部'],
  ['湖北省工信厅', '湖北省工业和信息化厅'],
  ['武汉市人社局', '武汉市人力资源和社会保障局'],
])('%s is %s', (short, full) => {
  expect(readBodyName(short).keys).toEqual(readBodyName(full).keys)
  expect(readBodyName(short).keys).toHaveLength(1)
})

it.each([
  ['发改委', '发展改革委员会'],
  ['科技厅', '科学技术厅'],
])('%s is an organ of the kind %s', (short, organ) => {
  expect(readBodyName(short).organ).toBe(organ)
})

it.each(['省委', '', '产'.repeat(2_000)])('%j tells no body', typed => {
  expect(readBodyName(typed).keys).toEqual([])
})
