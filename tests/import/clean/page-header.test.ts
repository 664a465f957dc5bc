import { isPageHeader } from '../../../import/clean/page-header'

describe('a running head or foot is a line of nothing but', () => {
  it.each([
    ['paper, day, weekday, page', '清江晚报 2016年5月3日 星期二 第4版'],
    ['the day in numerals, the lunar day, credits', '二〇一八年三月六日　星期二　戊戌年正月十九　责任编辑　乐小满　版式　安平'],
    ['number, sections and the name in Latin letters', '08 国内·综合 QINGJIANG DAILY 清江日报 2020年10月23日'],
    ['leaf and page as papers of Macau count them', '第三張 第一版 澳聞'],
    ['the pages of an electronic edition', 'A01 要闻 A02 时政 A03 综合新闻 A04 副刊'],
    ['a programme and its day', '《清江新闻联播》 2019年5月30日'],
    ['a site in two languages', '海灣財經網 Bay Finance'],
  ])('%s: %s', (_, line) => {
    expect(isPageHeader(line)).toBe(true)
  })
})

describe('a line is none that', () => {
  it.each([
    ['says what happens on a day', '5月1日起全市公交免费'],
    ['names a law and its day', '《噪声污染防治条例》2022年6月5日起施行'],
    ['is a headline with a number', '12个县区综合整治见成效'],
    ['tells where a report comes from', '2019年3月4日 来源：清江日报'],
    ['names who wrote it', '清江日报记者 乐小满 2019年3月4日'],
    ['is one section alone', '经济'],
    ['has numbers of its own', '2020年 投资 30亿元'],
  ])('%s: %s', (_, line) => {
    expect(isPageHeader(line)).toBe(false)
  })
})
