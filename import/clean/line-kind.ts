/** What a line of a page is, as far as the line itself tells: running text, heading, caption, continuation note, or page furniture. */

import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import headingWords from '../lexicons/heading-words.json'
import { BYLINE_START } from '../lexicons/openings'
import furniture from '../lexicons/page-furniture.json'
import headerWords from '../lexicons/page-header-words.json'
import type { BlockKind } from '../values/document'
import { anyOf } from './any-of'
import { isMenu } from './menu-line'
import { isPageHeader } from './page-header'
import { cells, type PageLine } from './page-lines'
import { isSiteLine } from './site-line'

const FULL_DATE =
  /(?:19|20)\d{2} ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2}(?!\d)|[二一][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/u
const META = /(?:来源|來源|作者|记者|时间|编辑|字号|摄影)[：:]/u

const CONTROLS = new Set(furniture.controls)
/** 索引号：11332526/2020-30417, 公开方式 主动公开 */
const INDEX = new RegExp(`^(?:${furniture.index.join('|')})(?:[：:\\s].{0,40})?$`, 'u')

/** Shapes of page furniture: lines that belong to the page and not to an article. Short lines only. */
const FURNITURE: readonly RegExp[] = [
  // mastheads and running labels in pinyin or English
  /^[A-Z][A-Za-z.,&'’\s-]{2,110}$/u,
  /^[A-Z]{4,}(?: [A-Z]+)* [\u4e00-\u9fff]{1,8}$/u,
  /^[A-Z]{3,}(?: [A-Z]{2,})+\b/u,
  /^[\u4e00-\u9fff·]{2,6} ?[A-Z]{4,}(?: [A-Z]+)*$/u,
  // what a reader of pictures says in English
  /^(?=[^\u4e00-\u9fff]{6,}$).*[A-Za-z]{3}/u,
  // where a picture stood
  /^(?:!?\[[^\]]{0,60}\]\([^)]*\)|<[a-z]+ [^>]*>)$/u,
  /^(?=.*[A-Za-z]{3} [A-Za-z]{2,} [A-Za-z]{2,}).*(?:advertisement|logo|copyright|all rights reserved)/i,
  // where a web page stands: 首页 > 新闻 > 正文
  /\s(?:>>?|›|»|＞)\s|(?:>>|›|»)/u,
  /^[【[（(]?(?:字体|打印|关闭|收藏|纠错|大 中 小)/u,
  /^(?!.*(?:记者|作者|撰文|采写|[文图] ?[|｜]))(?:[^|｜]{1,14} ?[|｜] ?){2,}[^|｜]{0,14}$/u,
  /^首页(?:[\s|｜]|$)|^(?!.*(?:记者|通讯员|作者|撰文|采写))(?:[\u4e00-\u9fff]{2,4}[ |｜]+){5,}[\u4e00-\u9fff]{2,4}$/u,
  // when and from where: 发布时间：…, 来源：…
  /^[（(]?(?:发布(?:时间|日期)|时间|日期|(?:文章|稿件|信息|新闻|消息)?来源|來源|稿源|浏览(?:次数|量)?|点击(?:数|量)?|字号|字体)[：:]/u,
  // 2022 05/11 10:20:33 来源：某某网, 5月11日 08:20 来自 某某客户端, 字数：1123 阅读时间：3分钟
  /^(?:\d[\d/.年月日 -]* )?\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*(?:来源|来自|发自|编辑).{0,24})?$|^字数[：:] ?\d|^(?:预计)?阅读(?:时间|时长|约|需)/u,
  // who wrote it, among other things: 来源：某某网 作者：甲乙 浏览：381
  /(?:作者|记者|撰文)[：:].*(?:浏览|点击|阅读|来源|时间|责编|编辑|字号)[：:]|(?:来源|时间|网|报) ?.*(?:作者|记者|撰文)[：:]/u,
  // where and when it was printed: 《某某日报》（2024年1月9日 01版）
  /^[《（(]? ?《? ?[\u4e00-\u9fff]{2,12} ?(?:》 ?|[（(，, ]) ?[（(，, ]?(?:19|20)\d{2} ?[年-] ?\d{1,2} ?[月-] ?\d{1,2}[^，。]{0,16}$/u,
  // registration, issue, price, contact
  /国内统一(?:连续出版物|刊)号|准印证|内部资料|督印人|特别号码|(?:^|\s)(?:印刷|承印)[：:]|国际标准刊号|CN ?\d\d ?[-—]|ISSN|邮发代号|广告(?:经营|发布)?(?:许可证|登记)|(?:^|[\s：])零售价|(?:每份|定价)[：\d]/u,
  /总?第 ?\d+ ?[期号](?:$|[\s（(·|/今本])|(?:今日|本期|共)[\s\d一二三四五六七八九十]{1,4}[个]?版/u,
  /(?:E-?mail|电子邮箱|投稿邮箱|邮箱|网址)[：:]|https?:\/\/|www\.|[\w.]+@[\w.]+/iu,
  /^[^，。]*(?:(?:热线|电话|传真|邮编)[：:](?=.{0,8}\d|.{0,2}$)|(?:地址|微信号|订阅|发行)[：:])|(?:热线|电话|传真|邮编) ?[（(]?\d[\d -]{4,}/u,
  /^[^，。；！]{2,}(?:主管主办|主管|主办|出版|承印|印刷)$|^主[管办](?:单位)?(?:[：:]|$)|^[\u4e00-\u9fff]{2,20}(?:报社|日报社|传媒集团|报业集团)(?:主办|出版|编辑出版)/u,
  /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|^农历|^(?:星期|周)[一二三四五六日天](?: ?(?:第? ?[A-Z]?\d{1,3} ?版|[\u4e00-\u9fff]{2,4}))?$/u,
  /^(?:要闻|综合|时政|经济|社会|民生|国际|国内|本埠|本地|文体|体育|教育|法治|副刊|专题|专版|理论|评论|财经|健康|文化|广告|综合新闻|时事|港闻|中国|焦点)? ?(?:第? ?)?[A-Z]?\d{1,2}(?: ?版)?(?: ?(?:要闻|综合|时政|经济|社会|民生|国际|国内|本埠|本地|文体|体育|教育|法治|副刊|专题|专版|理论|评论|财经|健康|文化|广告|综合新闻|时事|港闻|中国|焦点))?$/u,
  // footers of web pages
  /版权所有|未经.{0,8}授权|[\u4e00-\u9fff]ICP[备证]|公网安备|许可证[：:]?[\w（(第]|Copyright|All Rights Reserved|违法和不良信息|举报(?:电话|邮箱)|增值电信|网站地图|关于我们|联系我们|广告服务|法律声明|免责声明/iu,
  /^(?:分享(?:到|让更多人看到)|扫一扫|打印本页|打印|关闭窗口|返回(?:首页|顶部)|上一篇|下一篇|相关(?:阅读|新闻|链接|报道)(?:$|[：:])|网友评论|字号|设为首页|加入收藏|手机版|当前位置|您?的?位置[：:]|首页 ?[>＞»])/u,
  // a row of links, the rule of a table
  /^(?![^|｜]{0,4}[文图记][|｜])[^，。|｜]{0,6}(?:[|｜][^，。|｜]{0,6}){2,}$/u,
  /^[^\p{L}\p{N}。，！？”’）】]{3,}$/u,
  // the number of the page: — 8 —
  /^[-—–·\s]{1,4}[A-Z]?\d{1,3}[-—–·\s]{1,4}$/u,
  /^第? ?[A-Z]?\d{1,3} ?版[：:][^，。]{0,10}$/u,
  /^(?:放大|缩小|字号|字体|默认)[+\-：:\s]/u,
  /^(?:您|你)?(?:现在|当前)?所?在?的?位置[：:]|^本页位置/u,
  // 免责声明：…, the weather
  /^(?:(?:免责|版权|郑重)?声明|更正|勘误|致歉|本报法律顾问|法律顾问)[：:]/u,
  /^[^。]{0,40}(?:天气|气温)[^。]{0,40}℃/u,
  // 今天白天到夜里 多云 15℃~27℃
  /^[^，。]{0,30}(?:晴|阴|云|雨|雪|风|雾|霾)[^，。]{0,30}℃[^，。]{0,10}$|^本版(?:言论|图片|稿件|文章)[^。]{0,30}(?:除署名|均为)/u,
  // the page and its section: A05 都市, 03 国资国企
  /^(?:[A-Z]\d{1,2}|0\d|第? ?\d{1,2} ?版) ?版? ?[\u4e00-\u9fff·]{2,6}$|^[\u4e00-\u9fff·]{2,6} ?(?:[A-Z]\d{1,2}|第 ?\d{1,2} ?版)$/u,
  // the script of a programme, and what its page says of itself
  /《[^》]{2,16}》(?:节目)?(?:文稿|文字稿|文字版|文字实录|字幕|播出单|串联单|编播单|节目单|播音稿|口播稿)$|文字稿[_|-]|^(?!.*(?:发布会|[访座]谈|对话|记者会|答记者问|论坛|在线))[^，。]{2,24}(?:文字实录|文字稿|文字版|播出稿|播出单|节目稿|播音稿)$/u,
  /^[\u4e00-\u9fff]{0,10}《[^》]{2,12}(?:新闻|联播|报道|播报|直播|摘要|时空|晚报)》.{0,4}$/u,
  /^[^，。《]{0,14}《[^》]{2,16}》[^，。：]{0,20}(?:文稿|文字稿|文字版|文字实录|全文|完整版|串联单|播出单|节目单)[^，。：]{0,16}$/u,
  /^[（(]以[上下][为是][^）)]{2,12}[）)]$/u,
  /^(?:视频[：:])?[\u4e00-\u9fff《》]{2,14} ?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/u,
  /^【(?:片头|片尾|片花|间奏|音乐|广告略?|压混)[^】]{0,6}】$/u,
  /^[（(]?(?:Editors?|Reporters?|Related (?:stories|news|links))\b/iu,
  // what leads to a film or an application, what drew a picture
  /^(?:[\u4e00-\u9fff]{0,8}(?:扫码|扫描二维码|扫一扫)|更多.{0,8}请扫)|^(?:[\u4e00-\u9fff]{2,8}(?:客户端|公众号|视频号|微博|抖音号)[ 、]?){1,4}$|^(?:刊头题字|题字|漫画|题图|插图|插画|绘图|图表)(?:[：:／/] ?| )[\u4e00-\u9fff]{2,4}$|^(?:本组|本版)?图片由/u,
  // where a text of several agencies comes from
  /^[（(]?(?:均|本版)?(?:据|综合)(?:新华社|中新社|央视|[\u4e00-\u9fff]{2,4}社)(?:电|消息|报道|发)?[)）]?$|^新华社发$/u,
  // [15:03] behind what somebody said
  /^[[【（(]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]】）)]?$/u,
  // where a picture or a table stood
  /^[[［【(（](?:插图|图片|照片|图表|表格?|配图|此处|广告)[^\]］】)）]{0,8}[\]］】)）]$/u,
  // who the author is
  /^[（(]?作者(?:单位|简介|系|为|是|分别|均|现任)|^本文[系为是].{2,40}(?:成果|课题|项目)/u,
  // 点击蓝字 关注我们
  /^[^，。]{0,6}(?:点击|戳|长按|扫码|识别)[^，。]{0,14}(?:蓝字|关注|订阅|名片|二维码|原文)|^[^，。]{0,10}关注(?:我们|本号)$/u,
  // what a site says to the programs that show it
  /浏览器(?:版本|兼容)|(?:建议|推荐|请)您?使用.{0,12}浏览器|^您的.{0,6}浏览器/u,
  // the number of a document: 某政发〔2020〕15号
  /^[\u4e00-\u9fff]{2,12} ?[〔【［[（(] ?(?:19|20)\d{2} ?[〕】］\]）)]? ?第?\d{1,4}号?$/u,
  /欢迎[^，。]{0,8}(?:投稿|来稿|来电|赐稿|提供[^，。]{0,6}线索)|来稿请(?:发|寄)/u,
  // whom readers write to, what was printed before, what was lost
  /^(?:来信|来稿|投稿|征稿|征文)(?:请|须知|启事|说明|要求|信箱|邮箱|地址|热线)|^(?:上期|往期|下期)(?:回顾|预告)[：:]|^印刷[：:]|(?:遗失|丢失).{2,40}作废/u,
  /^[（(]?(?:本文)?(?:作者)?.{0,14}(?:文章|本文|以上|观点).{0,4}(?:只|仅|不)代表.{0,10}(?:意见|观点|立场)/u,
  // what an agency notes above a report
  /^(?:稿(?:件)?(?:号|编号|类型|类别)|优先级|签发人?|发稿人?)[：:]|^【[^】]{2,10}稿】|(?:^|\s)编号[：:] ?[A-Z\d]|(?:知识产权|著作权)[均皆]?[属归]/u,
  // what an agency sends with a report, the words under which a site keeps it
  /^附[：:]?(?:图片|照片|图表)|^(?:相关)?(?:标签|关键词|关键字)[：:]/u,
  // an item of a script: 序号 1, 类型：口播 时长：1'45" 记者：甲乙
  /^序号 ?\d{1,2}$|^(?:类型|时长|片长|栏目|形式|体裁)[：:]\S{1,12} .*[：:]/u,
  // advertising
  /^(?:广告|公益广告|遗失声明|遗失启事|声明|招租|招聘启事)$/u,
]

/** Whether the line has one of these shapes. */
const isShaped = anyOf(FURNITURE)

/** A sentence of running text, and what even in sentences belongs to the page. */
const SENTENCE = /^[^：]*，[^，]{3,}[。！？]”?$/u
const FOOT =
  /版权|授权|许可|转载|举报|违法|Copyright|邮箱|热线|电话|传真|扫|关注|订阅|下载|浏览器|作废|来信|来稿|投稿|[只仅不]代表|广告|本报|本版|编辑|主办|主管|声明|天气|℃|[A-Za-z]{4,}\.|@/iu

/** A line with a comma and without a number, a colon or a letter. */
const PLAIN = /^[\u4e00-\u9fff，。、；！？“”‘’《》·—…]+，[\u4e00-\u9fff，。、；！？“”‘’《》·—…]+$/u
/** No line but running text is longer than this. */
const LONG = 420

/** Whether the line is running text by its punctuation, so that no shape of furniture need be tried. */
function isProse(text: string): boolean {
  return (PLAIN.test(text) || SENTENCE.test(text)) && !FOOT.test(text)
}

/** What a site says of its rights in what it prints, and a paper of what readers may send it. */
const RIGHTS =
  /^(?:本|欢迎|来稿|投稿|凡)[^\n]{0,24}(?:投稿|来稿|赐稿)[^\n]{0,120}(?:请|邮箱|地址|稿酬)|^(?:凡(?:本[报网站社]|注明|来源|署名)|本(?:[报网站]|网站)(?:转载|注明|所[有刊载]|凡)|免责声明|版权声明|郑重声明|声明[：:])[^\n]{0,200}(?:版权|转载|侵权|授权|观点|立场)/u

/** What somebody lost is void. */
const LOST = /(?:遗失|丢失|被盗).{2,80}(?:声明)?作废[。！]?$/u

/** Names under the page or the article of those who edited it. They are read for names and belong to no running text. */
const CREDITS = [...headerWords.credits, ...headerWords.productionCredits].sort((a, b) => b.length - a.length).join('|')
const CREDIT = new RegExp(
  `^(?:[A-Z]?\\d{1,3} ?版? ?)?(?:[\\u4e00-\\u9fff]{2,4} )?[\\s◎■●▲【[（(]*(?:本版图片[\\u4e00-\\u9fff]{0,8}提供 ?)?(?:实习|见习)?(?:本版|本期|今日|值班)?(?:${CREDITS})(?:[^，。]{0,6}[：:／/\\s|｜丨]|[】\\]] ?[\\u4e00-\\u9fff]{2,4}(?:[ 、][\\u4e00-\\u9fff]{2,4})*$)`,
  'u',
)

/** What looks like one and is the salutation of a letter to the paper. */
const LETTER = /^编辑(?:同志|先生|老师)[：:，]/u
/** What looks like one and is the name of a column before its headline: 主播说财经丨夜市的灯，亮到几点. */
const TOPIC = /^[^丨|｜]{2,12}[丨|｜][^丨|｜：]{3,}[，！？]/u

/** `编排：甲乙 终审：丙丁`: whatever they did, two names or more behind colons and nothing else. */
const CREDITS_PAIRED =
  /^(?!.*(?:记者|作者|通讯|来源|标题|标签|[撰文图摄写稿笔]|采访|整理|报道|问[：:]|答[：:]))(?:[\u4e00-\u9fff]{2,6}[：:] ?[\u4e00-\u9fff·]{2,4}(?:[ 、][\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff：:]))*[ ；;，|｜/]*){2,}$/u

/** A section and a page number may stand before them: 综合 A12 责任编辑：甲乙. */
const CREDIT_WITHIN =
  /(?:责任编辑|责编|美术编辑|美编|版面设计|版式设计|版式|校对|组版|值班副?总编辑?|见习编辑)\s*[：:／/]\s*[\u4e00-\u9fff] ?[\u4e00-\u9fff]/u

/** `责编 甲乙 版式 丙丁`: without colons, but nothing else follows. */
const CREDITS_SPACED =
  /^(?!.*(?:记者|作者|通讯员)).*(?:^|\s)(?:责任编辑|责编|编辑|美术编辑|美编|版式设计|版式|版面设计|校对|组版) [\u4e00-\u9fff]{2,3}(?: (?:责任编辑|责编|编辑|美术编辑|美编|版式设计|版式|版面设计|校对|组版|值班主任) [\u4e00-\u9fff]{2,3})*$/u

/** A row of a table: a name and its numbers. */
const TABLE_ROW =
  /^[^\s，。：]{2,16}(?: [^\s，。：]{1,4})?(?: [+-]?\d[\d.,]*%?){2,6}$|^[^\s，。]{2,12}(?: [^\s，。]{1,20}){1,6}$(?<=（(?:%|‰|[亿万]?[元吨亩人户件台套个家辆]|亿?美元)）.*)/u
/** `前三名：1.甲 2.乙`: numbered items in one line. */
const NUMBERED_ITEMS = /(?:[：:] ?1|\d)[.．、] ?[\u4e00-\u9fff].* \d[.．、] ?[\u4e00-\u9fff]|[：:] ?1[.．] ?[\u4e00-\u9fff]/u

/** Characters set apart by blanks. */
const TORN = /(?:^| )[\u4e00-\u9fff] [\u4e00-\u9fff](?: |·|$)/u
const CAPTION_SIGN = /^[↑↓←→↗↘↖↙▲▼△▽▶◀►◄☝☞]/u
/** ▶▶ 简讯: such a sign before the name of a column. */
const COLUMN = new RegExp(
  `^[^\\u4e00-\\u9fff]{1,4}(?:[\\u4e00-\\u9fff]{0,4}(?:${bylineWords.briefs.join('|')})|${headingWords.genres.join('|')})$`,
  'u',
)
const LIST_SIGN = /^[●◆■•·①-⑳\u2460-\u2473]/u
const PHOTO_CREDIT =
  /(?:[摄攝]影?|供[图圖]|图片(?:由|来自).{1,30}|影[像]?中心|／摄|资料(?:照片|图片?)|本报[\u4e00-\u9fff]{0,4}传真)[)）]?[。.]?$/u

/** Whether the line notes that an article goes on, or comes from, elsewhere: （下转第二版）. */
const CONTINUATION =
  /^[（(【［[]?\s*(?:[▶►]\s*)?(?:下转|上接|紧接|緊接|下接|转接|接)\s*(?:第?\s*)?[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版/u

/** How a report begins: 本报讯（记者 …）, 新华社某地3月5日电. */
const OPENING =
  /^[【（(]?(?:本[报台网]|[早晨晚商日]报|[\u4e00-\u9fff]{2,8}[报网社])[\u4e00-\u9fff\d ]{0,16}(?:讯|电|消息)(?: ?[（(] ?[^）)]{0,6}(?:记者|通讯员)|[】 ]?(?:记者|通讯员)|[】：:])/u

/** 新华社某地3月5日电 通讯：…: the kind of the report and its headline behind the dateline. */
const TITLE_BEHIND =
  /^[^。]*?[电電] ?(?:新闻|人物|财经|国际|体育)?(?:通讯|特写|综述|述评|观察|分析|专访|特稿|侧记|随笔|手记)[：:丨|][^。]*$/u

/** A verb of saying within a sentence that goes on behind it. */
const SAID =
  /^.{4,}(?:认为|表示|介绍(?:说|道)?|指出|强调|坦言|直言|透露|告诉记者|建议|呼吁|提醒|解释说?|分析说?|回应|[^据]说)[，：].*[，“]/u

/** Whether the text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  // a scan makes 。 a full stop of Latin script
  return /[。！？…!?；;][”’"'）)】]*$|[。！？][”’"'）)]+$|——$|[\u4e00-\u9fff”’）][.．][”’]?$/u.test(text)
}

/** `2 0 1 1 年 星 期 二`: a line set wide, without its blanks. */
export function closedUp(text: string): string {
  if (!text.includes(' ')) return text
  const tokens = text.split(' ')
  const single = tokens.filter(token => token.length === 1).length
  const long = tokens.filter(token => token.length > 2).length
  const isWide =
    (single >= 5 && tokens.length >= 6 && (long === 0 || (long * 6 <= tokens.length && !/记者|通讯员|作者/u.test(text)))) ||
    (/^(?:\S ){3,}\S$/u.test(text) && (text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) >= 3)
  return isWide ? text.replace(/ /gu, '') : text
}

/** A line of the page with its kind. */
export interface KindedLine extends PageLine {
  readonly kind: BlockKind
}

/** The line with its kind, which is that of its text. */
export function kinded({ text, runs, source, indent, width, gap, isRunning = false }: PageLine): KindedLine {
  return { text, runs, source, indent, width, gap, isRunning, kind: isRunning ? 'furniture' : kindOfLine(text) }
}

/** Whether most of the words of the line are controls of a site: 【字号 大 中 小】 打印 留言, 上一篇 下一篇. */
function isControls(text: string): boolean {
  // 作者：甲乙 编辑：丙丁 names who wrote
  if (!text.includes(' ') || /[，。！？]|作者|记者|通讯员|撰文|图文|文[：:/]|摄影/u.test(text)) return false
  const words = text.split(/[\s【】[\]（）()|｜：:/]+/u).filter(word => word !== '')
  const controls = words.filter(word => CONTROLS.has(word)).length
  return controls >= 2 && controls * 5 >= words.length * 3
}

/** The kind of a line or paragraph. Bylines are told from headings later; here they count as headings. */
export function kindOfLine(printed: string): BlockKind {
  // nothing but running text is that long, and what a site says of its rights
  if (printed.length > LONG) return RIGHTS.test(simplified(printed.slice(0, LONG))) ? 'furniture' : 'text'
  const text = closedUp(simplified(printed))
  const width = cells(text)
  if (width <= 60 && CONTINUATION.test(text)) return 'continuation'
  if (text === '完') return 'continuation'
  // no control holds a comma or a full stop
  if (width <= 2 || (!/[，。]/u.test(text) && CONTROLS.has(text.replace(/[（(]\d*[)）]$|[|｜【】[\]]/gu, '').trim())))
    return 'furniture'
  if (isSiteLine(text)) return 'furniture'
  if (width <= 100 && !/[。，！？“]/u.test(text) && CREDIT_WITHIN.test(text)) return 'furniture'
  if (width <= 80 && (CREDITS_SPACED.test(text) || (/[：:]/u.test(text) && CREDITS_PAIRED.test(text)) || isControls(text)))
    return 'furniture'
  if (width > 24 && OPENING.test(text) && !(width <= 110 && TITLE_BEHIND.test(text))) return 'text'
  if (width <= 240 && !/[。，].*[。]/u.test(text) && CREDIT.test(text) && !TOPIC.test(text) && !LETTER.test(text))
    return 'furniture'
  if (RIGHTS.test(text) || (width <= 300 && LOST.test(text))) return 'furniture'
  const prose = isProse(text)
  if (!prose && isMenu(text)) return 'furniture'
  if (width <= 200 && !prose && (isPageHeader(text) || (TORN.test(text) && isPageHeader(tightened(text))) || INDEX.test(text)))
    return 'furniture'
  if (width <= 200 && !/[，。].*[，。].*[，。]/u.test(text)) {
    if (
      width <= 160 &&
      (FULL_DATE.test(text) || (text.includes(' ') && FULL_DATE.test(tightened(text)))) &&
      (width <= 80 || META.test(text)) &&
      !/[，。！？“《]/u.test(text)
    )
      return 'furniture'
    const tight = tightened(text)
    if (!prose) {
      if (isShaped(text) || (tight !== text && isShaped(tight))) return 'furniture'
    }
  }
  if (/^[（(](?:完|全文完|文完|本文完)[）)]$/u.test(text)) return 'continuation'
  if (isCaption(text, width)) return 'caption'
  // no headline is that long or holds a whole sentence
  if (width > 240 || text.includes('。')) return 'text'
  // a headline begins with no mark that ends something
  if (/^[，。、；：？！”’）》]/u.test(text)) return 'text'
  if (/[—–]{2}$/u.test(text) && width <= 40 && !/[，。；]/u.test(text)) return 'headline'
  if (/^[—–]{1,2} ?[\u4e00-\u9fff“《\d]/u.test(text) && width <= 240 && !/[。；！]/u.test(text) && !endsSentence(text))
    return 'headline'
  if (/[：:]$/u.test(text) && /[，、]/u.test(text)) return 'text'
  if (TABLE_ROW.test(text) || NUMBERED_ITEMS.test(text)) return 'text'
  if (LIST_SIGN.test(text) && width > 30 && !/^·/u.test(text) && !(BYLINE_START.test(text) && !/[。，；]/u.test(text)))
    return 'text'
  // a paragraph whose full stop was lost: who says what, in more than one clause
  if (width > 64 && SAID.test(text)) return 'text'
  if (width <= (/[，、：]/u.test(text) ? 110 : 180) && !endsSentence(text.replace(/[！？!?”’]+$/u, '')) && !/[。；]/u.test(text))
    return 'headline'
  return 'text'
}

/** The line without the blanks that set its words and numbers wide: 2 0 1 5 年 6 月. */
function tightened(text: string): string {
  return text.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/gu, '').replace(/(?<=(?<!\d)\d) (?=\d(?!\d)|[年月日])/gu, '')
}

function isCaption(text: string, width: number): boolean {
  if (width > 400) return false
  // a long paragraph behind such a sign is an item of short news
  if (CAPTION_SIGN.test(text) && BYLINE_START.test(text) && !/[摄攝。]/u.test(text)) return false
  if (width <= 24 && COLUMN.test(text)) return false
  // 本报记者 甲乙 文 丙丁 摄: who wrote stands there too
  if (width <= 70 && /[ ／/]文(?:[ ／/]|字|$|[并及、]?[摄图影])|采写|撰文/u.test(text) && !/[，。]/u.test(text)) return false
  if (CAPTION_SIGN.test(text) && !(/^[▲△]/u.test(text) && text.length >= 45 && !PHOTO_CREDIT.test(text))) return true
  if (width <= 60 && /[^文／/](?:[摄攝]|供[图圖])[)）]?$/u.test(text) && !/[。，]/u.test(text)) return true
  if (PHOTO_CREDIT.test(text) && width > 24) return true
  if (/^[［[【（(]图(?:片|说|注)?[\d①-⑨一二三四]?[\]］】）)]/u.test(text)) return true
  if (/^图[一二三四五六七八九十\d]{1,2}[、：:]/u.test(text)) return true
  if (/^[（(]?(?:图[为①-⑳一二三四1-9左右上下]|[上下左右]图|本版图片|资料图)/u.test(text)) return true
  return text.length > 6 && LIST_SIGN.test(text) && !/[。；，：]/u.test(text) && /现场|图景|场景|一角|风光/u.test(text.slice(-6))
}
