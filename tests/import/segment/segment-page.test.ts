/** How pages are cut into articles, and what stands above and around them. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const TEXT = '昨日上午，市水务局召开会议，部署全市防汛工作。'
const MORE = '会议指出，今年雨季来得早、来得急，要把堤防巡查落到每一个人。'

function segment(text: string) {
  return segmentPage(cleanPage({ name: 'page.txt', text, meta: {} }))
}

describe('bylines', () => {
  test.each([
    ['names of an agency', '新华社记者 苗青山 葛晓岚', ['苗青山', '葛晓岚'], '新华社'],
    ['names with a mark before them', '◎本报记者 苗青山 通讯员 葛晓岚', ['苗青山', '葛晓岚'], '临江日报'],
    ['names alone', '■ 苗青山 欧阳岚', ['苗青山', '欧阳岚'], null],
    ['a weekly', '《临江》新闻周刊记者 苗青山', ['苗青山'], '《临江》新闻周刊'],
    ['names spaced out or torn apart', '本报记者 苗 岚 葛晓 岚', ['苗岚', '葛晓岚'], '临江日报'],
    ['names after words and pictures', '文/图 本报记者 苗青山', ['苗青山'], '临江日报'],
    ['a commentator without a name', '本报评论员', [], '临江日报'],
    ['names of reporters and the place', '本报记者 苗青山 杭州报道', ['苗青山'], '临江日报'],
  ])('%s: %s', (_, line, names, outlet) => {
    const { articles } = segment(`临江日报\n2023年5月6日 星期六\n\n堤防巡查落到每一个人\n\n${line}\n\n${TEXT}\n\n${MORE}`)
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({ title: '堤防巡查落到每一个人', byline: names, outlet, text: `${TEXT}\n${MORE}` })
  })
})

describe('datelines', () => {
  test.each([
    ['本报讯(记者 苗青山 葛晓岚)', ['苗青山', '葛晓岚']],
    ['新华社昆明3月5日电（记者苗青山、和晓岚）', ['苗青山', '和晓岚']],
    ['本报北京1月8日电 记者苗青山报道：', ['苗青山']],
    ['央广网北京1月8日消息（记者苗青山）', ['苗青山']],
    ['【本報訊】', []],
    ['（通讯员 苗青山）', ['苗青山']],
    ['据新华社北京1月8日电 ', []],
  ])('%s begins an article', (opening, names) => {
    const { articles } = segment(`堤防巡查落到每一个人\n\n${opening}${TEXT}`)
    expect(articles[0]).toMatchObject({ byline: names, text: TEXT })
  })

  test('央视网消息（新闻联播） names no reporter', () => {
    expect(segment(`堤防巡查落到每一个人\n\n央视网消息（新闻联播）：${TEXT}`).articles[0]?.byline).toEqual([])
  })
})

describe('headlines', () => {
  test.each([
    ['a kicker that ends in 强调', ['裴长河在巡堤时强调', '让每一段堤防都有人守'], '让每一段堤防都有人守', '裴长河在巡堤时强调'],
    ['a rubric', ['临江防汛一线观察', '守堤人的夜与昼'], '守堤人的夜与昼', '临江防汛一线观察'],
    ['a sub-headline after a dash', ['守堤人的夜与昼', '——临江防汛见闻'], '守堤人的夜与昼', '——临江防汛见闻'],
    [
      'a couplet and a factual line',
      ['守住一条江 护好一座城', '前5个月临江投入1.2亿元加固堤防'],
      '守住一条江 护好一座城',
      '前5个月临江投入1.2亿元加固堤防',
    ],
    ['the name of the column', ['防汛', '全市三百名守堤人昨日上岗'], '全市三百名守堤人昨日上岗', '防汛'],
  ])('%s', (_, lines, title, subtitle) => {
    expect(segment(`${lines.join('\n\n')}\n\n本报记者 苗青山\n\n${TEXT}`).articles[0]).toMatchObject({ title, subtitle })
  })
})

describe('the page', () => {
  test('is cut at headlines with datelines, and section headings stay inside', () => {
    const { articles } = segment(
      `守堤人的夜与昼\n\n本报记者 苗青山\n\n${TEXT}\n\n夜里的灯\n\n${MORE}\n\n学校开学\n\n本报讯（记者 葛晓岚）${TEXT}`,
    )
    expect(articles.map(article => article.title)).toEqual(['守堤人的夜与昼', '学校开学'])
    expect(articles[0]?.text).toBe(`${TEXT}\n夜里的灯\n${MORE}`)
  })

  test('ends an article at names in parentheses and begins the next one at its headline', () => {
    const { articles } = segment(
      `守堤人的夜与昼\n\n本报记者 苗青山\n\n${TEXT}\n\n柳河煤矿：清凉送到井口\n\n近日，柳河煤矿为职工送去清凉。${MORE}（葛晓岚 裴小川）`,
    )
    expect(articles.map(({ title, byline }) => [title, byline])).toEqual([
      ['守堤人的夜与昼', ['苗青山']],
      ['柳河煤矿：清凉送到井口', ['葛晓岚', '裴小川']],
    ])
  })

  test('leaves masthead, credits and captions out of the text but keeps their names at hand', () => {
    const page = segment(
      `临江日报\nLIN JIANG RI BAO\n2023年5月6日 星期六\n总第123期 今日4版\n临江日报社出版\n\n守堤人的夜与昼\n\n本报记者 苗青山\n\n${TEXT}\n\n▲守堤人在巡查。葛晓岚 摄\n\n责任编辑：裴小川`,
    )
    expect(page).toMatchObject({ publishedOn: '2023-05-06', outlet: '临江日报' })
    expect(page.articles[0]?.text).toBe(TEXT)
    expect(page.articles[0]?.surroundings.map(({ kind }) => kind)).toContain('caption')
    expect(page.furniture.map(block => block.text)).toContain('责任编辑：裴小川')
  })

  test.each([
    ['临江卫视《临江夜新闻》文稿\n播出时间：2023年5月6日 18:30', '临江卫视'],
    ['《临江新闻联播》 2023年5月6日', '临江新闻联播'],
    ['今 日 临 江\n2023年5月6日 星期六 第1872期', '今日临江'],
    ['临江商訊 【經濟】\n二○二三年五月六日 星期六', '临江商訊'],
    ['综合新闻\n2023年5月6日 星期六', null],
  ])('reads the name that opens a page: %s', (head, outlet) => {
    expect(segment(`${head}\n\n守堤人的夜与昼\n\n本报记者 苗青山\n\n${TEXT}`).outlet).toBe(outlet)
  })

  test('of a newspaper that is saved as one line is cut into its articles', () => {
    const { articles } = segment(
      `02版：要闻--临江日报数字报--临江新闻网 2023年5月6日 星期六 上一版 下一版 堤防巡查落到每一个人 本报讯（记者 苗青山）${TEXT} ${MORE} 渡口装上“电子眼” □本报记者 葛晓岚 通讯员 欧阳岚 渡口旁的立杆上装了三个摄像头，水位一涨就报警，船老大手机上看得清清楚楚。 新桥通车 本报讯（记者 苗青山）连接两岸的新桥5日上午通车，行人和非机动车先行，汽车下月通行。 临江日报社版权所有`,
    )
    expect(articles.map(({ title, byline }) => [title, byline])).toEqual([
      ['堤防巡查落到每一个人', ['苗青山']],
      ['渡口装上“电子眼”', ['葛晓岚', '欧阳岚']],
      ['新桥通车', ['苗青山']],
    ])
  })

  test('keeps a paragraph whose full stop was lost out of the next headline', () => {
    const lost = '市水务局局长葛晓岚表示，今年雨季来得早、来得急，要把堤防巡查落到每一个人，一处也不能漏'
    const { articles } = segment(
      `堤防巡查落到每一个人\n\n本报讯（记者 苗青山）${TEXT}\n\n${lost}\n\n新桥通车\n\n本报讯（记者 苗青山）${MORE}`,
    )
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['堤防巡查落到每一个人', `${TEXT}\n${lost}`],
      ['新桥通车', MORE],
    ])
  })

  test('keeps a sub-headline with a number apart from the headline above it', () => {
    const { articles } = segment(`临江茶叶出口逆势增长\n前4个月对邻国出口跃居首位\n■本报记者 苗青山\n${TEXT}`)
    expect(articles[0]).toMatchObject({ title: '临江茶叶出口逆势增长', subtitle: '前4个月对邻国出口跃居首位' })
  })

  test('takes the headline of agency copy on the web from what it names as its subject', () => {
    const line = `中新社昆明5月6日电 题：守堤人的夜与昼 江水慢慢退去 中新社记者 苗青山 葛晓岚 ${`${TEXT} ${MORE} `.repeat(6)}`
    expect(
      segment(
        `守堤人的夜与昼 江水慢慢退去--地方·江河--临江网 当前位置：首页 > 地方 > 正文 2023年05月06日 16:42 来源：临江网\n${line}`,
      ).articles,
    ).toMatchObject([{ title: '守堤人的夜与昼 江水慢慢退去', byline: ['苗青山', '葛晓岚'] }])
  })

  test('takes what readers wrote below an article for furniture', () => {
    const { articles } = segment(
      `堤防巡查落到每一个人\n\n本报讯（记者 苗青山）${TEXT}\n\n${MORE}\n\n网友评论（共2条）\n江边人家 05-06 09:15 顶(6)\n我们村的堤什么时候修？已经等了三年，希望今年能排上。\n首页 | 新闻 | 时评 | 视频 | 图片 | 论坛 | 旅游`,
    )
    expect(articles.map(({ text }) => text)).toEqual([`${TEXT}\n${MORE}`])
  })

  test('joins a number to its unit in the next line', () => {
    const { articles } = segment(
      '渡口装上“电子眼”\n　　据新华社电 当地时间8\n日深夜，渡口的水位涨到了警\n戒线，船老大收到了报警，水\n位一退他就回到了岸上。',
    )
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['渡口装上“电子眼”', '当地时间8日深夜，渡口的水位涨到了警戒线，船老大收到了报警，水位一退他就回到了岸上。'],
    ])
  })

  test('keeps signed items of short news without headlines in one list', () => {
    const { articles } = segment(
      `堤防巡查落到每一个人\n\n本报讯（记者 苗青山）${TEXT}\n\n短波\n●本报讯 市气象局近日为12个村装上太阳能预警喇叭，用两种语言播发提醒。（葛晓岚）\n●本报讯 由市大学与县气象局共建的观测站20日建成，站内设有32套设备。（欧阳岚）`,
    )
    expect(articles.map(({ title, byline }) => [title, byline])).toEqual([
      ['堤防巡查落到每一个人', ['苗青山']],
      ['短波', ['葛晓岚', '欧阳岚']],
    ])
  })

  test('takes a dateline in brackets below a heading of short news for no headline', () => {
    const { articles } = segment(
      `簡訊\n渡口裝上電子眼　百船受惠\n　　【本報訊】渡口旁的立杆上裝了三個攝像頭，水位一漲就報警，船家在手機上看得清清楚楚。`,
    )
    expect(articles.map(({ title }) => title)).toEqual(['渡口裝上電子眼 百船受惠'])
  })

  test('takes the picture of an agency below its report for a caption', () => {
    const { articles } = segment(
      `守堤人的夜与昼\n\n新华社昆明5月6日电（记者苗青山）${TEXT}${MORE}（完）\n新华社照片，昆明，2023年5月6日\n　　5月5日，守堤人在江边巡查。\n　　新华社记者 葛晓岚 摄`,
    )
    expect(articles.map(({ title, text }) => [title, text])).toEqual([['守堤人的夜与昼', `${TEXT}${MORE}`]])
  })

  test('opens a box whose headline stands behind its label', () => {
    const { articles } = segment(
      `堤防巡查落到每一个人\n\n本报讯（记者 苗青山）${TEXT}\n\n■链接  堤防怎样分级\n堤防按保护的人口和耕地分为五级，一级最高，五级最低，级别越高设计的洪水越大。`,
    )
    expect(articles.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ['堤防巡查落到每一个人', null],
      ['堤防怎样分级', '■链接'],
    ])
  })

  test('takes the line that begins with a place for the headline and the slogan above it for the kicker', () => {
    const { articles } = segment(`江河安澜看今朝\n昆明：堤防巡查落到每一个人\n□本报记者 苗青山\n${TEXT}`)
    expect(articles[0]).toMatchObject({ title: '昆明：堤防巡查落到每一个人', subtitle: '江河安澜看今朝' })
  })

  test('keeps a saved web page to its one article', () => {
    const line = `守堤人的夜与昼--地方--临江网 首页>> 地方 2023年05月06日 08:15 来源：临江网 作者：苗青山 葛晓岚 字号 ${TEXT} ${MORE} ${TEXT} ${MORE} ${TEXT} ${MORE} ${TEXT} ${MORE} ${TEXT} ${MORE} （责编：裴小川） 分享到： 微信 微博 相关新闻 · 学校开学 关于我们 | 广告服务 版权所有 京ICP备00000000号 Copyright © 1997-2025`
    const page = segment(line)
    expect(page).toMatchObject({ publishedOn: '2023-05-06', outlet: '临江网' })
    expect(page.articles).toHaveLength(1)
    expect(page.articles[0]).toMatchObject({ title: '守堤人的夜与昼', byline: ['苗青山', '葛晓岚'] })
    expect(page.articles[0]?.text.split('\n')).toHaveLength(10)
  })

  test('takes no date from a licence or from running text', () => {
    const page = segment(
      `守堤人的夜与昼\n\n本报记者 苗青山\n\n${TEXT}据了解，新堤于2021年5月1日完工。\n\n网络出版许可证2019年5月6日`,
    )
    expect(page.publishedOn).toBeNull()
    expect(page.articles[0]?.publishedBetween).toEqual(['2021-05-01', null])
  })

  test.each([
    ['二〇二三年五月六日 星期六', '2023-05-06'],
    ['2023-05-06 08:15:00 来源：临江网', '2023-05-06'],
    ['2023.05.06 B3', '2023-05-06'],
  ])('reads the date line %s', (line, date) =>
    expect(segment(`${line}\n\n守堤人的夜与昼\n\n本报记者 苗青山\n\n${TEXT}`).publishedOn).toBe(date),
  )
})
