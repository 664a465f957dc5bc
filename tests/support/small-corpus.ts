/** Invented pages that meet in many ways: one person in two papers, two of one name, bodies by long and short form, printings, figures that differ. */
import type { SmallDocument } from './record-of'

const BODY = { name: '湖北省科学技术厅', aliases: ['湖北省科技厅'], region: '湖北省' } as const
const PROVINCE = { name: '湖北省', adcode: '420000', aliases: ['湖北'] } as const
const REPORT =
  '江汉新闻社武汉六月一日电，湖北省科技厅厅长柏屿川表示，星火中试计划要让实验室里的成果走上生产线。今年以来湖北省新建中试平台128个，覆盖十二个市州。企业出题、院所答题的办法受到欢迎，许多小厂第一次用上了大院的仪器。柏屿川说，下一步要把服务送到县里去，让更多人受益。'

export const SMALL_CORPUS: readonly SmallDocument[] = [
  {
    name: 'evening.txt',
    articles: [
      {
        title: '中试平台遍地开花',
        publishedOn: '2025-06-02',
        outlet: '江汉新闻社',
        text: REPORT,
      },
      {
        publishedOn: '2025-06-02',
        text: '武昌区区长程望舒介绍，武昌区的社区食堂已有46家。程望舒说，年底前要再开十家。',
      },
    ],
    people: [{ name: '柏屿川' }, { name: '程望舒' }],
    organizations: [BODY, { name: '江汉新闻社', kind: 'media' }],
    regions: [PROVINCE, { name: '武昌区', adcode: '420106', aliases: ['武昌'] }],
    policies: [{ name: '星火中试计划', issuer: '湖北省科学技术厅' }],
    positions: [
      { person: '柏屿川', at: '湖北省科学技术厅', title: '厅长', phrase: '湖北省科技厅厅长柏屿川' },
      { person: '程望舒', at: '武昌区', title: '区长', phrase: '武昌区区长程望舒' },
    ],
    claims: [
      { speaker: '柏屿川', says: ['星火中试计划要让实验室里的成果走上生产线'], about: ['星火中试计划'] },
      { speaker: '程望舒', says: ['武昌区的社区食堂已有46家', '年底前要再开十家'], about: ['武昌区'] },
    ],
    figures: [
      { text: '新建中试平台128个', metric: '新建中试平台', value: 128, unit: '个', subject: '湖北省', period: '今年以来' },
      { text: '社区食堂已有46家', metric: '社区食堂', value: 46, unit: '家', subject: '武昌区', inClaim: 1 },
    ],
  },
  {
    name: 'daily.txt',
    articles: [{ title: '中试平台遍地开花', publishedOn: '2025-06-01', outlet: '江汉新闻社', text: REPORT }],
    people: [{ name: '柏屿川' }],
    organizations: [BODY, { name: '江汉新闻社', kind: 'media' }],
    regions: [PROVINCE],
    policies: [{ name: '星火中试计划' }],
    positions: [{ person: '柏屿川', at: '湖北省科学技术厅', title: '厅长', phrase: '湖北省科技厅厅长柏屿川' }],
    claims: [{ speaker: '柏屿川', says: ['星火中试计划要让实验室里的成果走上生产线'], about: ['星火中试计划'] }],
    figures: [
      { text: '新建中试平台128个', metric: '新建中试平台', value: 128, unit: '个', subject: '湖北省', period: '今年以来' },
    ],
  },
  {
    name: 'weekly.txt',
    articles: [
      {
        publishedOn: '2025-07-05',
        text: '湖北省科学技术厅近日总结上半年工作，厅长柏屿川介绍，湖北省新建中试平台131个。星火中试计划仍在延长线上，东湖大学教授程望舒认为，平台要多为小企业着想。',
      },
    ],
    people: [{ name: '柏屿川' }, { name: '程望舒', role: 'expert' }],
    organizations: [
      { name: '湖北省科学技术厅', region: '湖北省' },
      { name: '东湖大学', kind: 'university' },
    ],
    regions: [{ name: '湖北省', adcode: '420000' }],
    policies: [{ name: '星火中试计划', kind: 'programme' }],
    positions: [
      { person: '柏屿川', at: '湖北省科学技术厅', title: '厅长', phrase: '厅长柏屿川' },
      { person: '程望舒', at: '东湖大学', title: '教授', phrase: '东湖大学教授程望舒' },
    ],
    claims: [
      { speaker: '柏屿川', says: ['湖北省新建中试平台131个'], about: ['湖北省', '星火中试计划'] },
      { speaker: '程望舒', says: ['平台要多为小企业着想'], about: ['星火中试计划'] },
    ],
    figures: [{ text: '新建中试平台131个', metric: '新建中试平台', value: 131, unit: '个', subject: '湖北省', inClaim: 0 }],
  },
  {
    name: 'bridge.txt',
    articles: [
      {
        publishedOn: '2025-08-09',
        text: '武昌区区长、东湖大学教授程望舒受聘为顾问。程望舒说，课堂和街道可以互相照亮。',
      },
    ],
    people: [{ name: '程望舒' }],
    organizations: [{ name: '东湖大学', kind: 'university' }],
    regions: [{ name: '武昌区', adcode: '420106' }],
    positions: [
      { person: '程望舒', at: '武昌区', title: '区长', phrase: '武昌区区长、东湖大学教授程望舒' },
      { person: '程望舒', at: '东湖大学', title: '教授', phrase: '东湖大学教授程望舒' },
    ],
    claims: [{ speaker: '程望舒', says: ['课堂和街道可以互相照亮'], about: ['东湖大学'] }],
  },
]
