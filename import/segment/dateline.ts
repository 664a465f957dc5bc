/** Reads the dateline with which a report begins: `本报讯（记者 甲乙）`, `新华社昆明3月5日电（记者甲乙、丙丁）`, `【本報訊】`. */
import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import { crossesSeam } from '../lexicons/seam'
import { type Byline, parsePeople } from './byline'
import { holdsWord, isNamePiece, isPlace, isWord, looksLikeName } from './person-names'

export interface Dateline extends Byline {
  /** Where the report proper begins in the paragraph. */
  readonly end: number
  /** Month and day that the dateline prints, without a year. */
  readonly monthDay: readonly [month: number, day: number] | null
}

const NAME = '[\\u4e00-\\u9fff]{2,14}?'
/** Papers that call themselves by their kind alone. */
const KIND = '[早晨晚商日时快]报|都市报'
const DAY = '(?:\\d{4}年)?(?:(\\d{1,2})月)?(\\d{1,2})日|(?:[一二三四五六七八九十]{1,3}月)?[一二三四五六七八九十]{1,3}日'
const OPENING = new RegExp(
  `^[\\s■◆●▲]*[【（(［\\[]?据?(本报|本報|本刊|本台|本网|${KIND}|《${NAME}》|(?:${NAME}[、·•])?(?:${NAME}|[明信晶红东])(?:社|网|網|报|報|台|在线|客户端|新闻(?![网網])|财经|周刊|融媒体中心|融媒|融媒体))(?:[\\u4e00-\\u9fff“”/／、]{0,10}?(?:${DAY})?\\s*)??(?:综合|新媒体|体育|财经|特|专)*((?:讯|訊)(?!员)|电|電|消息|专电|專電|(?<=日)(?=\\s?[（(](?:本报|见习|实习)*(?:记者|通讯员)))(?:[】）)］\\]])?(?:（(?![^）]*(?:记者|通讯员))[\\u4e00-\\u9fff《》]{2,10}）(?=[：:]))?`,
  'u',
)
const BARE = /^[（(](?=[^（()）]{0,6}(?:记者|通讯员|記者|通訊員))/u
/** `本报记者甲乙报道 …`, `讯（记者 甲乙）…`: a dateline of which little is left. */
const REPORTS =
  /^(本报|本刊|本台|本网|[\u4e00-\u9fff]{2,8}[报网社台])?(?:[\u4e00-\u9fff]{2,6}记者站)?(?:全媒体|首席|见习|特约)?(?:记者|通讯员)[\s：:]*([^，。：:（）\d]{2,30}?)(?:(?:\d{1,2}月)?\d{1,2}日)?(?:报道(?:[\s：:，]+|(?![了的着过称说，。]))|消息[：:]\s*)/u
/** 长阳讯, 南都讯: the place or the short name of the paper alone, before names or a day. */
const SHORT =
  /^([\u4e00-\u9fff]{2,4})讯(?:\s+|(?=[（(]|[\u4e00-\u9fff]{0,4}记者|近日|日前|[昨今近]|\d{1,2}月))(?=\s*(?:[（(]|[\u4e00-\u9fff]{0,4}(?:记者|通讯员)|近|日前|昨|今|\d|连日|为|据|在|由))/u
const CUT_OFF = /^讯\s*(?=[（(][^（()）]{0,4}(?:记者|通讯员))/u
/** 据《某某日报》报道（记者甲乙） */
const QUOTED = /^据《[^》]{2,12}》(?:\d{1,2}月\d{1,2}日)?(?:报道|消息)[：，\s]*(?=[（(](?:本报|见习)*(?:记者|通讯员))/u
const BRACKETED = /^【[^】]{0,12}记者[^】]{2,30}(?:报道|报导|专讯|专电|讯|电)】/u
const REPORTED = /^[（(【]((?:本|[\u4e00-\u9fff]{2,8})[报网社台])(?:综合|专题)?报[道导][）)】]\s*(?=.{10})/u
const PARENTHESIS = /^\s*[（(【［[]([^（()）】］\]]{1,80})[）)】］\]]\s*/u
/** （通讯员 丙丁） behind （记者 甲乙）. */
const MORE_PEOPLE = /^[（(](?=(?:本报|见习|实习|特约)*(?:记者|通讯员|实习生))([^（()）]{4,40})[）)]\s*/u
const LOOSE =
  /^\s*((?:(?:全媒体|见习|首席|特约|融媒体?)*(?:记者|记 者|記者|通讯员|通訊員)[\s：:]*[^，。：:]{2,40}?)(?:报道|報道|摄影报道)?)\s*(?:[：:]|(?=\s)|(?:报道|報道)[：:，,]?)\s*/u
/** The same up to 报道：, whatever blanks stand within. */
const REPORTED_BY = /^\s*((?:全媒体|见习|首席|特约|融媒体?)*(?:记者|通讯员)[\s：:]*[^，。：:“”]{2,40}?(?:摄影)?报道)[：:]\s*/u
const KINDS_OF_NEWS = /(?:简|短|快|通|资|喜|电|音|传|审|问|零距离)讯$/u
const HOUSES = new Set(bylineWords.houses)
/** `题：` behind a dateline: the headline stands in that line, or begins there with the kind of the report: `通讯：`. */
export const TOPIC =
  /^\s*(?:[题題][：:]|(?=(?:(?:新闻|人物|财经|国际|体育)?(?:通讯|特写|综述|述评|观察|分析|专访|特稿|侧记|随笔)|记者(?:手记|观察|调查)|新华视点|新华全媒\+?)[：:丨|｜]))/u

/** The dateline at the beginning of a paragraph, or null. */
export function readDateline(text: string): Dateline | null {
  const printed = text.slice(0, 160)
  const read = readPlain(simplified(printed))
  if (!read) return null
  const restore = (part: string) => {
    const at = simplified(printed).indexOf(part)
    if (at >= 0) return printed.slice(at, at + part.length)
    // a name that a break tore apart
    const bare = printed.replace(/\s/gu, '')
    const from = simplified(bare).indexOf(part)
    return from < 0 ? part : bare.slice(from, from + part.length)
  }
  return {
    ...read,
    names: read.names.map(restore),
    others: read.others.map(restore),
    outlet: read.outlet === null ? null : restore(read.outlet),
  }
}

function readPlain(head: string): Dateline | null {
  const opening = OPENING.exec(head)
  if (!opening) return readLabel(head) ?? readShort(head) ?? readBare(head)
  const outlet = opening[1] as string
  if (!/^本/u.test(outlet) && !opening[3] && !/[讯訊电電]/u.test(opening[4] as string) && !/消息/u.test(opening[4] as string))
    return null
  const monthDay = opening[3] ? ([Number(opening[2] ?? 0), Number(opening[3])] as const) : null
  let end = opening[0].length
  let names: readonly string[] = namesWithin(opening[0])
  let others: readonly string[] = []
  let word: string | null = null
  // 【本报讯 记者甲乙】
  const within =
    /^[【［[（(]/u.test(opening[0]) && !/[】］\]）)]/u.test(opening[0])
      ? /^[^】］\]（()）]{2,40}[】］\]）)]/u.exec(head.slice(end))
      : null
  const people = within ?? PARENTHESIS.exec(head.slice(end))
  if (people) {
    const inner = within ? within[0].slice(0, -1) : (people[1] as string)
    // （某某节目 记者甲乙）
    const parsed = parsePeople(inner, true) ?? parsePeople(inner.replace(/^[^\s，。：]{2,12}\s(?=[^\s]{0,4}记者)/u, ''), true)
    if (parsed && parsed.names.length > 0) {
      ;({ names, others } = parsed)
      word = parsed.word
      end += people[0].length
      const further = MORE_PEOPLE.exec(head.slice(end))
      const more = further ? parsePeople(further[1] as string, true) : null
      if (further && more && more.names.length > 0) {
        names = [...names, ...more.names]
        end += further[0].length
      }
    }
  } else {
    const spaced = readSpaced(head.slice(end))
    const loose = REPORTED_BY.exec(head.slice(end)) ?? LOOSE.exec(head.slice(end))
    const parsed = loose ? parsePeople(loose[1] as string, false) : null
    const whole = wholeOf(head.slice(end))
    const closed = glued(head.slice(end))
    if (whole && whole.names.length >= (spaced?.names.length ?? 0)) {
      ;({ names, others, word } = whole)
      end = head.length
    } else if (spaced && spaced.names.length >= (parsed?.names.length ?? 0)) {
      ;({ names, others, word } = spaced)
      end += spaced.end
    } else if (loose && parsed && parsed.names.length > 0) {
      ;({ names, others } = parsed)
      word = parsed.word
      end += loose[0].length
    } else if (closed) {
      ;({ names, others, word } = closed)
      end += closed.end
    } else if (
      !/^[\s：:】）)，,]|^$/u.test(head.slice(end)) &&
      monthDay === null &&
      !/[】）)\]]$/u.test(opening[0]) &&
      !/^本[报報刊台网]/u.test(outlet) &&
      !/^[\u4e00-\u9fff]{1,8}[报网]讯(?![息飞号])/u.test(head) &&
      // 据新华社电当地时间8日…
      !(head.startsWith('据') && HOUSES.has(outlet))
    )
      return null
  }
  if (names.length > 0) {
    const further = furtherPeople(head.slice(end), /(?:记者|通讯员|实习生)\s*$/u.test(head.slice(0, end)))
    names = [...names, ...further.names]
    end += further.end
  }
  const mark = /^(?:[\s：:，,]+|\s?[-—–]{1,2}\s)/u.exec(head.slice(end))
  if (mark && !TOPIC.test(head.slice(end))) end += mark[0].length
  return { names, others, outlet, word, end, monthDay }
}

/** The names in 【本报记者甲乙、丙丁某地15日专电】: between the word for them and the place. */
function namesWithin(opening: string): readonly string[] {
  const people = /记者\s?([\u4e00-\u9fff、]{2,14}?)(?:\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]{1,3}日|专?[电讯]|消息)/u.exec(
    opening,
  )?.[1]
  if (people === undefined) return []
  const parts = people.split('、')
  const last = parts.at(-1) as string
  const likely = [3, 2].filter(length => looksLikeName(last.slice(0, length)))
  const length =
    likely.find(at => at === last.length || (at < last.length - 1 && (isPlace(last.slice(at)) || isWord(last.slice(at))))) ??
    likely[0]
  const name = length === undefined ? null : last.slice(0, length)
  return [...parts.slice(0, -1), ...(name ? [name] : [])].filter(looksLikeName)
}

const NAMES_ONLY =
  /^\s*(?:本[报社台]|全媒体|见习|实习|特约)*(?:记者|通讯员)(?!从|在|了解|近日|昨|今|来到|走进|[\d])[^。！？“，]*$/u

/** Where nothing but names and their roles follows in the line: 某社某地8月15日电 记者 甲乙、丙丁. */
function wholeOf(rest: string): Byline | null {
  if (rest.length > 50 || !NAMES_ONLY.test(rest)) return null
  const people = rest.replace(/(?:摄影)?报道[：:]?\s*$/u, '').trimEnd()
  const read = people.includes('报道') ? null : parsePeople(people, true)
  return read && read.names.length > 0 && people.replace(/ /gu, '').endsWith(read.names.at(-1) as string) ? read : null
}

/** The people whom further roles name behind the first ones: 本报讯 记者甲乙 通讯员丙丁报道 某地…, and how long they stand. */
function furtherPeople(rest: string, afterRole = false): { readonly names: readonly string[]; readonly end: number } {
  const names: string[] = []
  let end = 0
  for (;;) {
    const next = glued(rest.slice(end), afterRole && end === 0 ? /^/u : FURTHER_ROLE)
    if (!next) break
    names.push(...next.names)
    end += next.end
  }
  return { names, end: end + (end > 0 ? (/^(?:摄影)?报道(?=[\s：:，])[\s：:，]*/u.exec(rest.slice(end))?.[0].length ?? 0) : 0) }
}

const ROLE = /^\s*(?:见习|实习|特约)?(?:记者|通讯员)\s*(?=[\u4e00-\u9fff]{2})/u
/** 本报记者 甲乙傍晚五点，…: the text goes on without a mark. */
const RUN_IN =
  /^(本[报刊台网]|[\u4e00-\u9fff]{1,8}[报网社台](?:[—–·-]+[\u4e00-\u9fff]{1,8}[报网社台])?)(?:首席|见习|特约|全媒体)*记者 (?=[\u4e00-\u9fff]{2}.{12})/u
const FURTHER_ROLE = /^[\s、]*(?:本报|见习|实习|特约)*(?:通讯员|实习生|记者)[\s：:]*(?=[\u4e00-\u9fff]{2})/u

/** One name behind its role that runs into the text: 某社某地7月11日电 记者甲乙第六届大会…; 记者从某局获悉 holds no name. */
function glued(rest: string, opening = ROLE): Dateline | null {
  const role = opening.exec(rest)?.[0]
  if (role === undefined) return null
  const text = rest.slice(role.length)
  const length = [3, 2].find(
    at =>
      looksLikeName(text.slice(0, at)) &&
      !(at === 3 && /[每从在于向近昨今据为当这正]/u.test(text[2] as string)) &&
      !holdsWord(text.slice(0, at)) &&
      !/^[从在对就为向与]/u.test(text) &&
      !crossesSeam(text.slice(0, at), text.slice(at, at + 5)),
  )
  if (length === undefined || !/^[^\u4e00-\u9fff]|^[\u4e00-\u9fff]{2}/u.test(text.slice(length))) return null
  return { names: [text.slice(0, length)], others: [], outlet: null, word: '记者', end: role.length + length, monthDay: null }
}

/** `记者 甲乙 见习记者 丙丁 某地的…`: roles and names set apart by blanks, up to the first piece that is neither. */
function readSpaced(head: string, least = 2): Dateline | null {
  let end = 0
  let names = 0
  let roles = 0
  for (const { 0: piece, index } of head.matchAll(/\s*[^\s、，]+[\s、]+/gu)) {
    if (index !== end) break
    const token = piece.replace(/[\s、]/gu, '')
    const glued = /^(?:本报|全媒体|见习|实习|特约|首席)*(?:记者|通讯员|实习生)(?=[\u4e00-\u9fff]{2,4}$)/u.exec(token)
    if (glued && looksLikeName(token.slice(glued[0].length))) {
      roles++
      names++
      end += piece.length
      continue
    }
    const isRole = /^(?:本报|全媒体|见习|实习|特约|首席)*(?:记者|通讯员|实习生)$/u.test(token)
    if (
      !isRole &&
      (roles === 0 || !(looksLikeName(token) || (/^[\u4e00-\u9fff]{2,3}$/u.test(token) && !isWord(token) && !isPlace(token))))
    )
      break
    if (isRole) roles++
    else names++
    end += piece.length
  }
  if (names < least) return null
  const parsed = parsePeople(head.slice(0, end), true)
  return parsed && parsed.names.length > 0 ? { ...parsed, end, monthDay: null } : null
}

/** `【特讯】`, `【本报记者甲乙】`: a label in brackets that says how the report came. */
function readLabel(head: string): Dateline | null {
  const label = /^[【［[]([^】］\]]{2,24})[】］\]]\s*/u.exec(head)
  const inner = label?.[1] ?? ''
  if (
    !label ||
    !/(?:讯|电|消息)$|^(?:本报|本刊|[\u4e00-\u9fff]{2,6}[报网社])[\u4e00-\u9fff]{0,4}(?:记者|通讯员|实习生)/u.test(inner)
  )
    return null
  if (KINDS_OF_NEWS.test(inner)) return null
  const people = inner.includes('记者') || inner.includes('通讯员') ? parsePeople(inner, false) : null
  if (/记者|通讯员/u.test(inner) && !people) return null
  const read = people ?? { names: [], others: [], outlet: /^本[报刊台网]/u.exec(inner)?.[0] ?? null, word: null }
  return { ...read, end: label[0].length, monthDay: null }
}

/** `长阳讯（通讯员 甲乙）近日，…`; 简讯 and 通讯 are no place. */
function readShort(head: string): Dateline | null {
  const short = SHORT.exec(head)
  if (!short || KINDS_OF_NEWS.test(`${short[1]}讯`)) return null
  const rest = readBare(head.slice(short[0].length)) ?? readBare(head.slice(short[0].length).trimStart())
  if (rest) return { ...rest, end: rest.end + short[0].length }
  // 远山讯（甲乙）近日
  const names = readLeadingNames(head.slice(short[0].length))
  if (names) return { ...names, end: names.end + short[0].length }
  return { names: [], others: [], outlet: null, word: null, end: short[0].length, monthDay: null }
}

/** `（通讯员 甲乙）某地的…`, `【记者甲乙、丙丁某地报道】…` */
function readBare(head: string): Dateline | null {
  if (
    /^(?:本报|本刊|本台|本网)?[\u4e00-\u9fff]{0,4}(?:记者|通讯员)(?:\s|[\u4e00-\u9fff]{2,3} (?=[\u4e00-\u9fff]{0,4}(?:记者|通讯员|实习生)))/u.test(
      head,
    )
  ) {
    const spaced = readSpaced(head, 1)
    const verb = spaced ? (/^报道[\s：:]+/u.exec(head.slice(spaced.end))?.[0].length ?? 0) : 0
    if (spaced && spaced.end < head.length) {
      const further = furtherPeople(head.slice(spaced.end), /(?:记者|通讯员|实习生)\s*$/u.test(head.slice(0, spaced.end)))
      return { ...spaced, names: [...spaced.names, ...further.names], end: spaced.end + Math.max(verb, further.end) }
    }
  }
  const reports = REPORTS.exec(head)
  const reporters = reports ? parsePeople(reports[2] as string, true) : null
  if (reports && reporters && reporters.names.length > 0)
    return {
      ...reporters,
      word: '记者',
      outlet: reports[1] ?? null,
      end: reports[0].length,
      monthDay: null,
    }
  const runIn = RUN_IN.exec(head)
  const gluedName = runIn ? glued(head, RUN_IN) : null
  if (runIn && gluedName) return { ...gluedName, outlet: runIn[1] as string }
  const cut = (CUT_OFF.exec(head) ?? QUOTED.exec(head))?.[0] ?? ''
  if (cut !== '') {
    const rest = readBare(head.slice(cut.length))
    return rest && { ...rest, end: rest.end + cut.length }
  }
  // （某某日报报道）
  const reported = REPORTED.exec(head)
  if (reported) {
    const rest = head.slice(reported[0].length)
    const named = REPORTS.test(rest) ? readBare(rest) : glued(rest)
    const { names, others, word, end } = named ?? { names: [], others: [], word: null, end: 0 }
    return { names, others, outlet: reported[1] as string, word, end: reported[0].length + end, monthDay: null }
  }
  if (!BARE.test(head) && !BRACKETED.test(head)) return null
  const people = PARENTHESIS.exec(head)
  const parsed = people ? parsePeople(people[1] as string, true) : null
  if (!people || !parsed || parsed.names.length === 0) {
    return null
  }
  return { ...parsed, end: people[0].length, monthDay: null }
}

/** `（甲乙 丙丁）` at the very beginning of a paragraph: names alone in parentheses. `sure` says that a dateline stands before them. */
export function readLeadingNames(text: string, sure = false): Dateline | null {
  const people = PARENTHESIS.exec(text.slice(0, 60))
  if (!people || !/^[（(]/u.test(text)) return null
  const parsed = parsePeople(people[1] as string, sure)
  return parsed && parsed.names.length > 0 ? { ...parsed, end: people[0].length, monthDay: null } : null
}

/** Whether the tokens are names by their shape, and not all of them common words. */
function areNames(tokens: readonly string[]): boolean {
  return tokens.every(isNamePiece) && !tokens.every(isWord)
}

/** The names in parentheses with which an article ends: `…健康与平安。（甲乙 丙丁）`; `start` is where the parenthesis begins. */
export function readTrailingNames(text: string): (Byline & { readonly start: number }) | null {
  const match = /[（(【]([^（()）】]{2,60})[）)】][\s。]*$/u.exec(text.slice(-90))
  if (!match) return null
  // （摘自《某某晚报》10月19日 作者：甲乙）
  const inner = (match[1] as string).replace(
    /^(?:原载|摘自|转自|选自|据)《[^》]{2,14}》[\d年月日第期.\s]*(?=[\u4e00-\u9fff])/u,
    '',
  )
  const at = text.length - (text.slice(-90).length - match.index)
  // （作者甲乙系某校教师）
  const author = /^作者[：: ]?([\u4e00-\u9fff]{2,3})[ ，,、]?(?:系|为|是|单位)/u.exec(inner)?.[1]
  if (author && looksLikeName(author)) return { names: [author], others: [], outlet: null, word: '作者', start: at }
  if (/^作者(?:单位|系|为|是)|^单位[：:]/u.test(inner)) return null
  const parsed = parsePeople(
    inner.replace(/[ ，,、](?:作者)?单位[：:].*$/u, '').replace(/(?:本报|本刊)?综合(?:报道|消息)?$/u, ''),
    /^(?:参与(?:采写|记者|报道)?|本报|本報|文\/|图\/|作者|记者|記者|通讯员|通訊員|撰稿|整理|记者[：:])|[/／ ]文$/u.test(inner) ||
      areNames(inner.split(/[ 、，,]+/u)),
  )
  if (!parsed || parsed.names.length === 0) return null
  // who took part is named beside the writers
  if (/^参与/u.test(inner)) return { ...parsed, names: [], others: [...parsed.names, ...parsed.others], start: at }
  return { ...parsed, start: at }
}

/** `【记者 甲乙】`, `本台记者甲乙：`, `【记者出镜】记者 甲乙：`: who speaks in the script of a programme. */
export function readScriptReporter(text: string): (Byline & { readonly end: number }) | null {
  if (!/^(?:【|[^：:]{0,6}记者)/u.test(text)) return null
  const match =
    /^【(?:(?:本台|总台|央视)?记者|主持人)(\s*)(?!出镜|现场|连线|采访|同期|口播|画外)([\u4e00-\u9fff·]{2,5})】/u.exec(text) ??
    /^(?:【(?:记者|出镜|现场|连线|字幕|电话)[^】]{0,4}】)?(?:(?:本台|总台|央视|[\u4e00-\u9fff]{2,4}台)?记者)([\s：:]?)([\u4e00-\u9fff·]{2,4})(?:[：:]|$|\s+(?=摄像|通讯员|编辑))/u.exec(
      text,
    )
  const name = match?.[2]
  return match && name && looksLikeName(name) && (match[1] !== '' || !isWord(name))
    ? { names: [name], others: [], outlet: null, word: '记者', end: match[0].length }
    : null
}
