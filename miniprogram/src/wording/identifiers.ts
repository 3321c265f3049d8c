/** The 18-digit citizen number, GB 11643-1999: checksum by ISO 7064 MOD 11-2 and a birth date that exists. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Null when the number can be right, else what to tell the person. The service decides; this only spares a round trip. */
export function idNumberFault(text: string, now = new Date()): string | null {
  const number = text.trim().toUpperCase()
  if (number === '') return '请填身份证号'
  if (number.length !== 18) return `身份证号是 18 位，现在是 ${number.length} 位`
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号只能是数字，最后一位可以是 X'
  if (!birthExists(number.slice(6, 14), now)) return '中间的出生日期不对，请对着身份证再看一遍'
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECKS[sum % 11] === number[17] ? null : '号码对不上，可能有一位填错了，请对着身份证再看一遍'
}

function birthExists(digits: string, now: Date): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const birth = new Date(date + 'T00:00:00Z')
  if (Number.isNaN(birth.getTime()) || birth.toISOString().slice(0, 10) !== date) return false
  return birth.getUTCFullYear() >= 1900 && birth <= now
}

export function phoneFault(text: string): string | null {
  if (text.trim() === '') return '请填手机号'
  return /^1[3-9]\d{9}$/.test(text.trim()) ? null : '手机号是 11 位数字，请再看一遍'
}

export function nameFault(text: string): string | null {
  const name = text.trim()
  if (name === '') return '请填姓名'
  return /^[\u3400-\u9fff\u{20000}-\u{323af}·.\s]{2,30}$/u.test(name) || /^[A-Za-z][A-Za-z .'-]{1,59}$/.test(name)
    ? null
    : '姓名要和身份证上一样，不带数字和符号'
}
