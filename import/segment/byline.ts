/** Reads bylines: who wrote an article and for which agency or paper, in the habits of Chinese newspapers. */

import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import { mendTorn } from '../lexicons/openings'
import { GENRE_APART, isGenre } from './genre'
import { holdsWord, isPlace, isTranscribed, isWord, isWords, looksLikeName, splitNames } from './person-names'

export interface Byline {
  readonly names: readonly string[]
  /** Others whom it names: photographers beside writers, editors. */
  readonly others: readonly string[]
  /** The agency or paper as printed (本报 stays 本报), or null. */
  readonly outlet: string | null
  /** The word for its people: 记者, 通讯员, 评论员, 摄 …; null where names stand alone. */
  readonly word: string | null
}

const any = (words: readonly string[]) => `(?:${words.join('|')})`
const RANK = `(?:${any(bylineWords.rank)}|驻[\\u4e00-\\u9fff]{1,6}?|\\s)`
/** Words that stand before or after the names of those who wrote, took the pictures, or edited. */
const WRITING = `(?:${RANK}*${any(bylineWords.writing)}|${any(bylineWords.writingAlone)})`
const PICTURING = `(?:${any(bylineWords.rank)}*${any(bylineWords.picturing)}(?!报道))`
const EDITING = any(bylineWords.editing)
const ROLE = `(?:${PICTURING}|${EDITING}|${WRITING})`
/** Roles that count only where they stand alone: 文 is a surname, and ends many a name. */
const ALONE = /^(?:文|图|影|撰|摄|特约|见习|本报|本刊|摄影报道)$/u
const PICTURES = /^(?:图|影|摄)$/u
const MEDIA = `(?:${any([...bylineWords.own, ...bylineWords.houses])}|《[^》]{2,12}》(?:新闻)?(?:周刊|杂志|周报)?|\\d{0,2}[\\u4e00-\\u9fff]{2,12}?(?:${any(bylineWords.houseEndings)}|(?<=[\\u4e00-\\u9fff]{2})台(?=记者|$))(?:客户端)?)`
const MERGED = /^(?:融媒体?|全媒体).*记者/u
/** 中青报·中青网: one house under two names. */
const HOUSE = `${MEDIA}(?:[·•、/-]${MEDIA})*(?:“[^”]{2,8}”)?`
const ROLE_NEXT = new RegExp(`^\\s*(?:${ROLE})`, 'u')
const MEDIA_START = new RegExp(`^${HOUSE}`, 'u')
const HOUSE_END = new RegExp(`(?:${any([...bylineWords.houseEndings, ...bylineWords.houseEndingsAfterNames])})$`, 'u')
/** 澎湃新闻记者, 每经编辑: what stands before the word is the house, whatever it is called. */
const HOUSE_BEFORE = /^(?!责任|美术|版面|摄影)[\u4e00-\u9fffA-Za-z\d+·•]{1,16}$/u
const OWN_START = new RegExp(`^${any(bylineWords.own)}`, 'u')
const REPORTING_ROLE = /(?:记者|通讯员|实习生|编辑)$/u
/** A role anywhere in a stretch of a byline: 甲乙通讯员丙丁. */
const ROLE_IN = new RegExp(ROLE, 'u')
const PICTURING_WORD = new RegExp(`^${PICTURING}$`, 'u')
const EDITING_WORD = new RegExp(`^${EDITING}$`, 'u')
/** 文/图, 图/文: who wrote took the pictures too. */
const BOTH = /撰?文\s*[/／&、并及]\s*(?:图|摄影?)(?=$|[\s：:]|本报|记者)|(?:图|摄影?)\s*[/／&、]\s*文(?=$|[\s：:]|本报|记者)/gu
/** What a byline says besides names. */
const ASIDE =
  /(?<=[\u4e00-\u9fff\s])[【（(][\u4e00-\u9fff]{2,6}(?:报道|专讯|专电)[】）)]?$|[（(](?:文\s*[/／、]?\s*[图圖]|[图圖]\s*[/／、]?\s*文|摄影报道)[）)]?$|^本[版组](?=\s*(?:撰文|采写|文|摄影|图))|[（(](?:署名除外|除署名外|本报资料|资料图片)[）)]|(?:^|(?<=\s))本版(?:稿件|图文|文字|图片)*(?:除署名外)?(?:均|皆)?[由为]|(?:采写|来稿)$|[（(]作者[系为是单][^（()）]{2,40}[）)]$|[（(]?(?:图片?|配图|照片|图表)\s*(?:[/／：:丨|]\s*)?(?:由|据|源自?|来自|来源[：:]?)?\s*(?:[\u4e00-\u9fff]{2,10}(?:提供|供图)|受访者|受访单位|受访企业|视觉中国|资料图?片?|网络)[）)]?$/gu
/** 通讯员乔 栋: a name that is spaced out behind a role without a blank. */
const GLUED_SINGLE = /(记者|通讯员|实习生)(?=[\u4e00-\u9fff]{1,2} [\u4e00-\u9fff](?:$|[\s、，]))/gu
/** 本报驻某地 记者: the house before a blank. */
const APART = /(本[报刊台网]|驻[\u4e00-\u9fff]{2,6})\s+(?=(?:首席|特约|见习|实习|全媒体)?(?:记者|通讯员))/gu
/** 記者甲乙／某地報導: where they report from, in papers of Taiwan and overseas. */
const SLASH_PLACE = /[/／](?<=(?:记者|编译|特派员)[\u4e00-\u9fff、 ]{2,20}[/／])(?!文|图|摄)[\u4e00-\u9fff]{2,6}报导$/u
/** Nora Lind. */
const LATIN_NAME = /[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}/gu
const LATIN_TOKEN = /^[A-Z][a-z]+(?:_[A-Z][a-z]+){1,2}$/u
/** How a report came: 甲乙深圳专讯. */
const FILED = /专?(?:电|讯)$/u
/** Where and when they report from, behind their names: 发自广州, 北京十七日电. */
const WHERE = /^发自|^[\u4e00-\u9fff]{0,4}?(?:\d{1,2}月)?[一二三四五六七八九十\d]{1,3}日(?:电|讯)?$/u
/** Where a correspondent works, before the name: 县农业农村局 甲乙. */
const BODY =
  /^[\u4e00-\u9fff\d（()）]{1,18}(?:局|站|镇|乡|委|办|馆|街道|社区|村|中心|[队班部]|小学|中学|学校|学院|大学|医院|公司|集团|委员会|办公室|办事处|厅|所|大队|支队|协会|总工会|法院|检察院|支行|银行)$|^[\u4e00-\u9fff]{2,14}(?:教师|学生|村民|居民|干部|书记|主任|民警|医生|工程师|读者|市民|社员|果农|职工)$/u
/** A writer before what they are: 甲乙 某某协会副会长. */
const TITLED =
  /^([\u4e00-\u9fff]{2,3}) [（(]?(?=[^ ].{3,})[^，。；！？“”]*(?:会长|教授|主任|研究员|院长|所长|校长|委员|主席|理事|律师|学者|作家|博士|硕士|研究生|总监|顾问|议员|代表|讲师|书记|部长|局长|总裁|董事长|总经理|评论人|撰稿人|工程师)[）)]?$/u
/** What a writer is, or where, before the name: 退休矿工 甲乙, 某某公司船员部经理 甲乙. */
const WORKING = /^(?=.{7})[^，。；：！？、]{4,22} ([\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2})$/u
/** The same behind the name: 甲乙（某地 教师）. */
const FROM = /^([\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}) ?[（(](?!.*[\d，。]|摄|文|图|[上中下][）)])[^（()）]{2,24}[）)]$/u
/** The publicity section of a body signs as a correspondent: 市监宣, 粤环宣. */
const PUBLICITY =
  /^[\u4e00-\u9fff]{0,3}(?:公|警|税|教|卫|农|交|法|检|司|监|局|委|府|组|区|县|市|环|文|旅|水|应急|消|工|团|妇)宣$/u
const MARKS = /^[\s■□◆◇●○◎▍▌▎▲△★☆※▪·•—\-–/丨|｜【（([［]+|[\s】）)\]］丨|｜·•]+$/gu
/** （摘自《某某晚报》10月19日 作者：甲乙） */
const REPRINTED = /^([（(])(?:原载|摘自|转自|选自)《[^》]{2,14}》[\d年月日第期.\s]*(?=[\u4e00-\u9fff])/u
/** （甲 乙）, 某某学院 甲 乙: one name set wide in parentheses or behind a body, though together it may be a word. */
const WIDE = /^(?:[（(] ?|[（(]?[\u4e00-\u9fff]{1,12}[局站委办馆院部队班校司厂] )[\u4e00-\u9fff] [\u4e00-\u9fff] ?[）)]?$/u
/** 【记者】甲乙 丙丁 */
const BRACKETED_ROLE = /^[【［[〔]((?:本台|本报)?(?:见习|实习)?(?:记者|通讯员|撰稿|采写|作者))[】］\]〕]\s*(?=[\u4e00-\u9fff·])/u
const NO_NAME =
  /[的了在是]|^[系为由]|^来源|^广告$|新闻|联播|报道|摘要|综合|专栏|频道|大学|教授|^(?:手记|札记|观察|调查|感言|心得|点评|连线|出镜|链接)$|[报网台社]$/u
const COMMENTATOR =
  /^(?:[—\-\s■◆●▲]*)(?:(本报|本刊|本台|新华社|[\u4e00-\u9fff]{2,6}[报网])(?:特约)?(?:评论员|评论部|编辑部|社论|社评))(?:文章)?[\s：:]*([\u4e00-\u9fff]{2,4})?$/u

/**
 * The byline that the whole text is, or null. `strict` (names that stand alone) asks that every token be a likely name.
 * Sentences: `新华社记者 甲乙 丙丁戊`, `◎本报记者 甲乙`, `■ 甲乙 丙丁`, `本报评论员`, `甲乙丙`, `作者：甲乙`.
 */
export function readByline(printed: string): Byline | null {
  const read = readPlain(simplified(printed))
  return read && asPrinted(read, printed)
}

function readPlain(text: string): Byline | null {
  if (text.length > 120) return null
  const bare = mendTorn(text).replace(REPRINTED, '$1').replace(BRACKETED_ROLE, '$1 ').replace(MARKS, '').trim()
  if (bare === '' || bare.length > 90 || /[，；]$/u.test(bare)) return null
  // 【同期声】 is the label of a script and no name
  if (/^[【[][^】\]\s]{2,8}[】\]]$/u.test(text.trim()) && !ROLE_IN.test(text)) return null
  // 来论 names a kind of article; 一家之言 / 甲乙 its writer too
  if (isGenre(bare)) return null
  const genre = bare.length <= 24 ? GENRE_APART.exec(bare)?.[0].length : undefined
  if (genre !== undefined) return readPlain(`/${bare.slice(genre)}`)
  const commentator = COMMENTATOR.exec(bare)
  if (commentator) {
    const name = commentator[2]
    return { names: name && looksLikeName(name) ? [name] : [], others: [], outlet: commentator[1] ?? null, word: '评论员' }
  }
  if (
    /[。！？“”‘’《]/u.test(
      bare
        .replace(/(报道|采制|播送|采写|摄制)[。：]$/u, '$1')
        .replace(/^《[^》]{2,12}》/u, '')
        .replace(/“[^”]{2,8}”(?=记者)/u, ''),
    )
  )
    return null
  // 甲乙 丙丁（本报记者）
  const behind =
    /^([\u4e00-\u9fff·、 ]{2,30}?) ?[（(]((?:本报|本刊|[\u4e00-\u9fff]{2,8}[报网社])[\u4e00-\u9fff]{0,4}(?:记者|通讯员))[）)]?$/u.exec(
      bare,
    )
  if (behind) return readPlain(`${behind[2]} ${behind[1]}`)
  const author = /^作者[：: ]?([\u4e00-\u9fff]{2,3})[ ，,、]?(?:系|为|是|单位|[（(](?!文|图|摄)[^（()）]{4,}$)/u.exec(bare)?.[1]
  if (author && looksLikeName(author)) return { names: [author], others: [], outlet: null, word: '作者' }
  const phrase = bare.replace(/[。：]$/u, '')
  const parsed = parsePlain(phrase, false) ?? readBehindColumn(phrase)
  // who took part is named beside the writers
  if (parsed && /^参与/u.test(bare)) return { ...parsed, names: [], others: [...parsed.names, ...parsed.others] }
  if (!parsed) return null
  const { names, word, outlet } = parsed
  // 特别报道, 作者简介, 安康: words and places, not people
  const marked = (/^[□◎○/／]/u.test(text.trim()) || WIDE.test(text.trim())) && names.every(looksLikeName)
  // 本报记者高山: behind the reporter of a house stands a name
  const housed =
    outlet !== null &&
    word !== null &&
    /(?:记者|通讯员)$/u.test(word) &&
    names.every(name => looksLikeName(name) && !isPlace(name))
  const bareWords = !marked && !housed && (!/[\s：:/|｜、，]/u.test(bare) || (word === null && outlet === null))
  return names.length > 0 && bareWords && names.every(name => isWord(name) || isPlace(name)) ? null : parsed
}

/** 某某客户端 文旅频道·某县 记者 甲乙 通讯员 丙丁: the house and its column before the names. */
function readBehindColumn(phrase: string): Byline | null {
  const [before, house] =
    /^(\S{2,10}(?:客户端|融媒体?|新闻|[报网台])) [^\s，；：]{2,12} (?=(?:本报|见习|实习|特约|全媒体)*(?:记者|通讯员)[\s：:])/u.exec(
      phrase,
    ) ?? []
  if (before === undefined || house === undefined) return null
  const read = parsePlain(phrase.slice(before.length), false)
  return read && { ...read, outlet: read.outlet ?? house }
}

/** The writer that a line names together with what they are or do: 甲乙 某某协会副会长, 退休教师 甲乙; null for other lines. Those who are interviewed are named so too. */
export function readWriterWithTitle(printed: string): Byline | null {
  if (printed.length > 44 || !/[ （(]/u.test(printed)) return null
  const text = simplified(printed).replace(/^[\s■□◆◇●○◎—–-]+/u, '')
  // a pen name set wide: 砺 石
  const pen = /^[\u4e00-\u9fff] [\u4e00-\u9fff]$/u.test(text) ? text.replace(' ', '') : null
  if (pen !== null && !isGenre(pen)) return asPrinted({ names: [pen], others: [], outlet: null, word: null }, printed)
  const name = (TITLED.exec(text)?.[1] ?? WORKING.exec(text)?.[1] ?? FROM.exec(text)?.[1])?.replace(/ /gu, '')
  return name && looksLikeName(name) && !isWord(name) && !isPlace(name)
    ? asPrinted({ names: [name], others: [], outlet: null, word: null }, printed)
    : null
}

/**
 * The people inside a phrase such as `记者 甲乙 丙丁 通讯员 戊己`, with the outlet before it; null where the phrase holds anything else.
 * `sure` says that the surroundings already show a byline, so that unusual names (of Mongols, Tibetans, pen names) count.
 */
export function parsePeople(phrase: string, sure: boolean): Byline | null {
  const read = parsePlain(simplified(phrase), sure)
  return read && asPrinted(read, phrase)
}

/** What somebody did for the article. */
type Credit = 'writing' | 'picturing' | 'editing'

function parsePlain(phrase: string, sure: boolean): Byline | null {
  if (/单位[：:]|作者系/u.test(phrase)) return null
  let rest = mendTorn(phrase)
    .replace(/^来源[：:]\s*(?=\S+?\s*(?:记者|通讯员|作者))/u, '')
    .replace(ASIDE, aside => (aside.includes('图片') ? ' 图 ' : ' '))
    .replace(BOTH, '文图')
    .replace(GLUED_SINGLE, '$1 ')
    .replace(APART, '$1')
    .replace(SLASH_PLACE, ' ')
    .replace(/(?<=记者|通讯员)(?=[A-Z])/u, ' ')
    .replace(LATIN_NAME, name => name.replace(/ /gu, '_'))
    .trim()
  if (/来源[：:]/u.test(rest)) return null
  let outlet: string | null = null
  let word: string | null = null
  const media = MEDIA_START.exec(rest)
  if (media && (media[0].length < rest.length || sure)) {
    const after = rest.slice(media[0].length)
    if (ROLE_NEXT.test(after) || /^[\s：:]/u.test(after)) {
      outlet = media[0].replace(/“.*/u, '')
      rest = after
    }
  }
  let known = sure
  const people: { readonly name: string; credit: Credit }[] = []
  let credit: Credit = 'writing'
  /** Number of names that a role before them already claims. */
  let claimed = 0
  /** A role: of the names that follow, or, where none follow, of those just before it. */
  const take = (role: string, isLast: boolean) => {
    known = true
    word ??= role
    const kind = creditOf(role)
    if (isLast && people.length > claimed && kind !== 'writing') for (const person of people.slice(claimed)) person.credit = kind
    // 图/本报记者 甲乙: a reporter who took the pictures
    else if (kind !== 'writing' || credit === 'writing' || people.length > claimed) credit = kind
    claimed = people.length
  }
  /** The names of a stretch without blanks; false where it holds anything else. */
  const takeNames = (stretch: string, before: string | null, glued: boolean): boolean => {
    for (const name of known || before !== null ? splitNames(stretch) : [stretch]) {
      if (
        looksLikeName(name)
          ? !(before !== null && people.length > 0 && (isPlace(name) || isWord(name)))
          : known && isUnusualName(name, glued)
      )
        people.push({ name, credit })
      // 甲乙 北京报道: where they report from
      else if (!(people.length > 0 && name.length > 1 && (isPlace(name) || isWord(name)) && (before !== null || known)))
        return false
    }
    return true
  }
  const tokens = mergeSingles(
    rest
      .split(
        /[\s、，,；;/／＆&丨|｜：:□■◎○●◇◆]+|(?<=[\u4e00-\u9fff]{2})(?<!记者|讯员|习生)和(?=[\u4e00-\u9fff]{2,3}(?:$|[\s、，]))/u,
      )
      .filter(token => token !== ''),
  )
  const places = placesAtEnd(tokens)
  let reportsFrom = false
  for (const [index, printed] of tokens.entries()) {
    const last = index === tokens.length - 1
    if (ALONE.test(printed)) {
      take(printed, last)
      continue
    }
    if (printed.endsWith('记者站')) continue
    if (people.length > 0 && WHERE.test(printed)) {
      reportsFrom = printed.startsWith('发自')
      continue
    }
    if ((reportsFrom && isPlace(printed)) || (index >= places && people.length > 0)) continue
    if (known && LATIN_TOKEN.test(printed)) {
      people.push({ name: printed.replace(/_/gu, ' '), credit })
      continue
    }
    let stretch = printed.replace(/^[（(]+|[）)]+$|发自.{2,8}$/gu, '')
    // read from left to right: a house or names, a role, names …
    for (let atStart = true; stretch !== ''; atStart = false) {
      const role = ROLE_IN.exec(stretch) ?? /(?<=..)[摄攝]$/u.exec(stretch)
      const before = role ? stretch.slice(0, role.index) : stretch
      stretch = role ? stretch.slice(role.index + role[0].length) : ''
      if (before !== '') {
        const behindNames = role !== null && !REPORTING_ROLE.test(role[0])
        const bare = withoutPlace(known ? before.replace(FILED, '') : before, role !== null || (known && FILED.test(before)))
        // 某县融媒记者: the house is short of its 融媒
        const isMerged = role !== null && atStart && people.length === 0 && MERGED.test(role[0])
        if (isMerged || isHouse(before, role !== null || tokens.length > 1)) outlet ??= before
        else if (role === null && !known && index === 0 && tokens.length === 2 && looksLikeName(bare) && isPlace(bare)) continue
        else if (role !== null && !behindNames && atStart && /(?<=..)(?:[镇乡局委办]|街道|社区)$/u.test(bare)) {
          // 某乡通讯员 甲乙
        } else if (
          role === null &&
          !last &&
          BODY.test(bare) &&
          (!looksLikeName(bare) || /(?:[镇乡局站委办馆]|学院)$/u.test(bare))
        )
          continue
        else if (PUBLICITY.test(bare)) {
          if (known || people.length === 0) people.push({ name: bare, credit })
        } else if (behindNames && people.length > 0 && (isPlace(bare) || isWord(bare))) {
          // 甲乙 杭州报道, 甲乙 综合报道
        } else if (
          role !== null &&
          !behindNames &&
          atStart &&
          // 南都记者 甲乙: a short form of a house may look like a name
          (!looksLikeName(bare) || (stretch === '' && !last && role[0].endsWith('记者'))) &&
          HOUSE_BEFORE.test(before)
        )
          outlet ??= before
        else if (!takeNames(bare, behindNames && !known ? role[0] : null, !atStart)) {
          if (role === null || behindNames || !HOUSE_BEFORE.test(before)) return null
          outlet ??= before
        } else if (role !== null) known = true
      }
      if (role) {
        outlet ??= OWN_START.exec(role[0])?.[0] ?? null
        take(role[0], last && stretch === '')
      }
    }
  }
  const named = (kind: Credit) => people.filter(person => person.credit === kind).map(person => person.name)
  const writers = named('writing')
  const names = writers.length > 0 ? writers : named('picturing')
  if (names.length === 0 && (people.length > 0 || !(known && outlet !== null))) return null
  if (!known && outlet === null && names.every(isPlace)) return null
  return { names, others: people.map(person => person.name).filter(name => !names.includes(name)), outlet, word }
}

/** Whether the role is that of who took the pictures. */
export function isPicturing(role: string | null): boolean {
  return role !== null && creditOf(role) === 'picturing'
}

/** Where the places begin from which they report: 甲乙 南京、无锡报道, 甲乙 （巴黎）. */
function placesAtEnd(tokens: readonly string[]): number {
  const last = tokens.at(-1)
  if (!last || tokens.length < 2) return tokens.length
  const place = last.replace(/^[（(]|[）)]$|(?:摄影)?报[道导]$|[电讯]$/gu, '')
  if (place === last || !(isPlace(place) || (/^[（(]/u.test(last) && isWord(place)))) return tokens.length
  let from = tokens.length - 1
  while (from > 1 && isPlace(tokens[from - 1] as string)) from--
  return from
}

/** Whether the stretch names a paper, a station or a site; before the word for its people a short form too: 苏报记者. */
function isHouse(stretch: string, beforeRole: boolean): boolean {
  if (MEDIA_START.exec(stretch)?.[0] === stretch && !looksLikeName(stretch)) return true
  if (beforeRole && /^[\u4e00-\u9fff]{1,6}[报社网台刊]$/u.test(stretch)) return true
  // 山东台: the station of a place
  if (/[台报网]$/u.test(stretch) && isPlace(stretch.slice(0, -1))) return true
  return stretch.length >= 4 && HOUSE_END.test(stretch) && !/^[\u4e00-\u9fff]{2,3}$/u.test(stretch)
}

/**
 * Whether the token can be a name where the surroundings already say that names stand here: 呷绒扎西, 罗布次仁, a pen name. Behind a
 * role without a blank common words count for none: 记者走基层.
 */
function isUnusualName(token: string, glued: boolean): boolean {
  if (NO_NAME.test(token) || !/^[\u4e00-\u9fff·•・‧]{2,12}$/u.test(token)) return false
  return (token.length <= 4 && !(glued ? holdsWord(token) : isWords(token))) || /[·•・‧]/u.test(token) || isTranscribed(token)
}

function creditOf(role: string): Credit {
  if (PICTURES.test(role) || PICTURING_WORD.test(role)) return 'picturing'
  return EDITING_WORD.test(role) ? 'editing' : 'writing'
}

/** The byline with its names and outlet as they stand in the phrase, which may be in traditional characters. */
function asPrinted(read: Byline, phrase: string): Byline {
  const bare = phrase.replace(/\s/gu, '')
  const plain = simplified(bare)
  if (plain === bare) return read
  const restore = (text: string) => {
    const at = plain.indexOf(text)
    return at < 0 ? text : bare.slice(at, at + text.length)
  }
  const { names, others, outlet, word } = read
  return { names: names.map(restore), others: others.map(restore), outlet: outlet === null ? null : restore(outlet), word }
}

/** Who wrote took the pictures: no part of a name. */
const ALONE_BOTH = /^(?:文图|图文|文|图|摄)$/u

/** 王 伟 is one name where a paper spaces out names of two characters, 王晓 琳 where print or OCR tore one apart. */
function mergeSingles(tokens: readonly string[]): readonly string[] {
  const out: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string
    const next = tokens[i + 1]
    const before = out.at(-1)
    // 阿 | 依努尔·别克, 扎西·多 | 吉: a break went through the name
    const isTorn =
      token.length <= 2 &&
      !looksLikeName(token) &&
      !(next && next.length <= 2 && looksLikeName(token + next)) &&
      !ROLE_NEXT.test(token) &&
      before &&
      /[·•・‧]/u.test(before) &&
      isTranscribed(token)
    const goesOn =
      before &&
      before.length <= 3 &&
      /[·•・‧]/u.test(token) &&
      !looksLikeName(before) &&
      !ROLE_IN.test(before) &&
      isTranscribed(before)
    if (before && (isTorn || goesOn || /[·•・‧]$/u.test(before) || /^[·•・‧]/u.test(token))) {
      out[out.length - 1] = before + token
      continue
    }
    // 普 琼 英 between roles
    const run = singlesFrom(tokens, i)
    const isPair =
      run === 3 &&
      tokens[i + 3]?.length === 2 &&
      looksLikeName(token + next) &&
      looksLikeName(`${tokens[i + 2]}${tokens[i + 3]}`) &&
      !looksLikeName(tokens[i + 3] as string)
    if (run === 3 && !isPair && !(i > 0 && (out.at(-1)?.length ?? 0) === 2 && looksLikeName((out.at(-1) as string) + token))) {
      out.push(tokens.slice(i, i + 3).join(''))
      i += 2
      continue
    }
    const single = token.length === 1 && /[\u4e00-\u9fff]/u.test(token) && token !== '文' && token !== '图'
    if (
      single &&
      next &&
      next.length <= 2 &&
      !ALONE_BOTH.test(next) &&
      (looksLikeName(token + next) ||
        (tokens.length === 2 && PUBLICITY.test(token + next)) ||
        (next.length === 2 &&
          !looksLikeName(next) &&
          /[\u4e00-\u9fff]{2}/u.test(next) &&
          !ROLE_NEXT.test(next) &&
          before?.length !== 2))
    ) {
      out.push(token + next)
      i++
    } else if (single && before?.length === 2 && looksLikeName(before + token)) out[out.length - 1] = before + token
    else out.push(token)
  }
  return out
}

/** How many characters stand alone in a row from there, up to a role or a longer token. */
function singlesFrom(tokens: readonly string[], from: number): number {
  let end = from
  while (end < tokens.length && /^[\u4e00-\u9fff]$/u.test(tokens[end] as string) && !/^[文图摄]$/u.test(tokens[end] as string))
    end++
  return end - from
}

/** 甲乙丙北京 before 报道: the name without the place. */
function withoutPlace(token: string, reported: boolean): string {
  if (!reported || token.length < 4) return token
  for (const length of [2, 3]) {
    const name = token.slice(0, -length)
    if (looksLikeName(name) && isPlace(token.slice(-length))) return name
  }
  return token
}
