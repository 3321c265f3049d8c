/** 好差评 has its own five words. */
const RATE_WORDS = ['', '非常不满意', '不满意', '基本满意', '满意', '非常满意']

export function rateWords(stars: number): string {
  return `${'★'.repeat(stars)} ${RATE_WORDS[stars] ?? ''}`
}

export const RATES = [5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: rateWords(stars) }))
