/** The level of the region for which a body is named by its kind alone: 省 of 省林业局, 县 of 县医院. */
export function levelOf(prefix: string): string {
  if (prefix === '自治州') return 'prefecture'
  if (prefix === '自治县') return 'county'
  if (prefix === '省' || prefix.startsWith('自')) return 'province'
  if (/[县区旗]/u.test(prefix)) return 'county'
  return /[镇乡]/u.test(prefix) ? 'township' : 'prefecture'
}
