/** Scripts of programmes whose headlines stand only in the contents. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const articlesOf = (text: string) =>
  segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).articles.map(({ title, text: body }) => [title, body.split('\n')])

const FERRY = '【主播 于岚】先来关注渡口。昨天下午，青溪县的第二条夜间渡船航线开通，单程票价三元，每天往返十四班。'
const VOICE = '渡工佟海山：晚上下班的人有船坐，不用再绕大桥走四十分钟。'
const CANTEEN = '【主播 何畅】再来看食堂。进入三月以来，县里的十九家社区食堂全部用上了明厨亮灶系统，后厨画面实时上墙。'

test('headlines in a sentence of the contents stand above the texts that they announce', () => {
  const text = `【片头】\n【主播 于岚】听众朋友早上好。\n【主播 何畅】今天节目的主要内容有：青溪县开通第二条夜间渡船航线；社区食堂全部用上明厨亮灶系统。\n\n${FERRY}\n${VOICE}\n\n${CANTEEN}\n\n【主播 于岚】来听一组简讯。县图书馆今天起延长开放到晚上九点，周末不闭馆。`
  expect(articlesOf(text)).toEqual([
    ['青溪县开通第二条夜间渡船航线', [FERRY, VOICE].map(tight)],
    ['社区食堂全部用上明厨亮灶系统', [CANTEEN].map(tight)],
    ['来听一组简讯', [tight('【主播 于岚】来听一组简讯。县图书馆今天起延长开放到晚上九点，周末不闭馆。')]],
  ])
})

test('so do those in lines of their own', () => {
  const text = `内容提要\n一、青溪县开通第二条夜间渡船航线\n二、社区食堂全部用上明厨亮灶系统\n\n${FERRY}\n${VOICE}\n\n${CANTEEN}`
  expect(articlesOf(text)).toEqual([
    ['青溪县开通第二条夜间渡船航线', [FERRY, VOICE].map(tight)],
    ['社区食堂全部用上明厨亮灶系统', [CANTEEN].map(tight)],
  ])
})

test('contents of which the texts say nothing move no headline', () => {
  const text = `青溪麦收过七成\n\n${VOICE.repeat(3)}\n\n今天节目的主要内容有：远山乡建成一座小水电站；老街的灯会推迟三天开幕。\n\n${CANTEEN}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['青溪麦收过七成'])
})

/** The text without the blank between a word and a name, which cleaning takes out. */
function tight(text: string): string {
  return text.replace(/ /gu, '')
}
