/** Bank card numbers: 13 to 19 digits with a Luhn check digit. The service decides; this only spares a round trip. */
const SHORTEST = 13
const LONGEST = 19

/** The digits of what was typed: full-width digits, blanks and dashes are understood. */
export function cardDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u2013\u2014-]/g, '')
}

/** Null when the number can be right, else what to tell the person. */
export function cardFault(text: string): string | null {
  const digits = cardDigits(text)
  if (digits === '') return '请填卡号'
  if (!/^\d+$/.test(digits)) return '卡号只有数字'
  if (digits.length < SHORTEST || digits.length > LONGEST) return `卡号是 ${SHORTEST} 到 ${LONGEST} 位，现在是 ${digits.length} 位`
  return luhn(digits) ? null : '有一位数字不对，请对着卡再看一遍'
}

/** Four digits at a time, as on the card. */
export function inFours(text: string): string[] {
  return cardDigits(text).match(/.{1,4}/g) ?? []
}

function luhn(digits: string): boolean {
  const total = [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (1 + (place % 2))
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return total % 10 === 0
}

/** 2026-10 reads 2026年10月. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

export const BANKS: { value: string; label: string }[] = [
  { value: 'icbc', label: '工商银行' },
  { value: 'abc', label: '农业银行' },
  { value: 'boc', label: '中国银行' },
  { value: 'ccb', label: '建设银行' },
  { value: 'bocom', label: '交通银行' },
  { value: 'psbc', label: '邮政储蓄银行' },
  { value: 'cmb', label: '招商银行' },
  { value: 'rcb', label: '农商银行、农信社' },
  { value: 'other', label: '其他银行' },
]
