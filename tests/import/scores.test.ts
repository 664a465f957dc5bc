/** The scores of the annotated documents, row by row, against the bounds of score-bars.json, and what scanning costs them. */
import { scanPage } from '../support/scan-page'
import { givenDocuments, ownPages, type Rows, score, scorerIsHere } from '../support/score'
import bars from './score-bars.json'

if (!scorerIsHere) console.warn('The annotated documents (../shared) are not here; their scores are not checked.')

;(scorerIsHere ? describe : describe.skip)('the records of the five annotated documents', () => {
  let rows: Rows = {}
  beforeAll(() => {
    rows = score(givenDocuments())
  })

  test.each(Object.entries(bars.development))('reach the bound for %s, %d', (row, bound) => {
    expect(rows[row]?.f1 ?? 0).toBeGreaterThanOrEqual(bound)
  })
})

;(scorerIsHere ? describe : describe.skip)('the records of our own pages', () => {
  let clean: Rows = {}
  let scanned: Rows = {}
  beforeAll(() => {
    clean = score(ownPages('pages', 'development'))
    scanned = score(ownPages('pages', 'development'), scanPage)
  })

  test.each(Object.entries(bars.unseen))('reach the bound for %s, %d', (row, bound) => {
    expect(clean[row]?.f1 ?? 0).toBeGreaterThanOrEqual(bound)
  })

  test.each(Object.keys(bars.unseen))('lose little in %s where the page is a scan', row => {
    expect(scanned[row]?.f1 ?? 0).toBeGreaterThanOrEqual((clean[row]?.f1 ?? 0) - 0.12)
  })
})

;(scorerIsHere ? describe : describe.skip)('the articles of pages of many layouts', () => {
  let rows: Rows = {}
  beforeAll(() => {
    rows = score(ownPages('layouts', 'development'))
  })

  test.each(Object.entries(bars.layouts))('reach the bound for %s, %d', (row, bound) => {
    expect(rows[row]?.f1 ?? 0).toBeGreaterThanOrEqual(bound)
  })
})
