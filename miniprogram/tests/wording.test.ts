import { describe, expect, test } from 'vitest'
import { attendanceFromLink, codeFromLink, pageAddress, typedCode, verificationFromLink } from '@/links'
import { cardDigits, cardFault, inFours, monthWords } from '@/wording/card'
import { addDays, latest, longDate, today, when } from '@/wording/dates'
import { deviceName } from '@/wording/devices'
import { idNumberFault, nameFault, phoneFault } from '@/wording/identifiers'
import { fenFromTyped, payDay, payRate, yuan } from '@/wording/money'
import { packageNote, packing, sizeWords } from '@/wording/mydata'
import { opensWords } from '@/wording/talks'

const NOW = new Date('2026-11-23T05:00:00Z')

describe('when somebody is on duty again', () => {
  test.each([
    ['2026-11-23T06:00:00Z', '今天 14:00'],
    ['2026-11-24T00:30:00Z', '明天 8:30'],
    ['2026-11-30T00:30:00Z', '周一（11月30日）8:30'],
    ['2026-11-29T16:30:00Z', '周一（11月30日）0:30'],
  ])('%s reads %s', (instant, words) => expect(opensWords(instant, NOW)).toBe(words))
})

describe('money', () => {
  test.each([
    [35000, '350'],
    [42050, '420.50'],
    [7, '0.07'],
    [123456789, '1,234,567.89'],
    [-500, '-5'],
  ])('%i fen read %s', (fen, text) => expect(yuan(fen)).toBe(text))

  test.each([
    ['350', 35000],
    ['420.5', 42050],
    ['0.07', 7],
    ['19.99', 1999],
    ['1e3', null],
    ['', null],
    ['3.999', null],
    ['-3', null],
  ])('typed %s is %s fen', (text, fen) => expect(fenFromTyped(text)).toBe(fen))

  test('a monthly wage says month whatever its unit', () => {
    const pay = { basis: 'monthly', amount_fen: 900000, unit: '月', pay_day: 15, pay_method: 'bank' } as const
    expect(payRate(pay)).toBe('每月 9,000 元')
    expect(payDay(pay)).toBe('每月 15 号发')
  })
})

describe('dates', () => {
  test('today is the Chinese day, also when the phone stands elsewhere', () => {
    expect(today(new Date('2026-11-23T16:30:00Z'))).toBe('2026-11-24')
  })

  test.each([
    ['2026-11-23T04:02:00Z', '今天 12:02'],
    ['2026-11-22T15:59:00Z', '昨天 23:59'],
    ['2026-11-01T01:05:00Z', '11月1日 09:05'],
    ['2025-12-31T16:00:00Z', '1月1日 00:00'],
    ['2025-12-31T15:59:00Z', '2025年12月31日 23:59'],
  ])('%s reads %s', (instant, text) => expect(when(instant, NOW)).toBe(text))

  test.each([
    ['2026-11-26T16:00:00Z', '11月26日'],
    ['2026-11-23T16:00:00Z', '今天'],
    ['2026-11-26T10:00:00Z', '11月26日 18:00 前'],
  ])('a term that ends at %s is told as %s', (instant, text) => expect(latest(instant, NOW)).toBe(text))

  test('a month has its own length', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(longDate('2026-01-05')).toBe('2026年1月5日')
  })
})

describe('identity numbers', () => {
  test.each(['11010519491231002X', '11010519491231002x', '360426199101010071', ' 360426199101010071 '])('%s is right', (number) =>
    expect(idNumberFault(number, NOW)).toBeNull(),
  )

  test.each([
    ['', /请填/],
    ['36042619910101007', /18 位，现在是 17 位/],
    ['360426199101010072', /对不上/],
    ['360426199102300071', /出生日期/],
    ['360426209901010071', /出生日期/],
    ['36042619910101007A', /只能是数字/],
  ])('%s is refused with words', (number, words) => expect(idNumberFault(number, NOW)).toMatch(words))

  test('a mistake in any one digit is noticed', () => {
    const right = '360426199101010071'
    for (let place = 0; place < 17; place += 1) {
      const digit = (Number(right[place]) + 1) % 10
      expect(idNumberFault(right.slice(0, place) + digit + right.slice(place + 1), NOW)).not.toBeNull()
    }
  })

  test('names of minorities and rare characters are names', () => {
    for (const name of ['张三', '买买提·艾力', '㛃䶮', '欧阳建国', 'John Smith']) expect(nameFault(name)).toBeNull()
    for (const name of ['', '张', '张3', '<b>']) expect(nameFault(name)).not.toBeNull()
  })

  test('a phone is eleven digits of a mobile', () => {
    expect(phoneFault('13800138000')).toBeNull()
    expect(phoneFault('12800138000')).not.toBeNull()
  })
})

test('a device is named as people name it', () => {
  expect(deviceName('Mozilla/5.0 (Linux; Android 14; PJA110) Chrome/126 MicroMessenger/8.0')).toBe('安卓手机 · 微信')
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1')).toBe('苹果手机 · Safari 浏览器')
  expect(deviceName('')).toBe('')
})

describe('links', () => {
  test.each([
    ['https://mashangban.example/j/ABCDEFGHJKLMNPQRSTUVWX', 'ABCDEFGHJKLMNPQRSTUVWX'],
    ['http://192.168.1.5:8000/j/ABCD2345/', 'ABCD2345'],
    ['/j/ABCD2345?from=poster', 'ABCD2345'],
    ['https://elsewhere.example/jobs/ABCD2345', null],
    ['https://mashangban.example/verify/ABCD2345', null],
    ['javascript:alert(1)//j/<script>', null],
  ])('the team code of %s is %s', (link, code) => expect(codeFromLink(link)).toBe(code))

  test.each([
    ['https://mashangban.example/a/01M89TWNPGFRFVRKDF36825ARK0001ABCDEFGHIJKLMNOP', '01M89TWNPGFRFVRKDF36825ARK0001ABCDEFGHIJKLMNOP'],
    ['/a/01M89TWNPGFRFVRKDF36825ARK/', '01M89TWNPGFRFVRKDF36825ARK'],
    ['/assets/01M89TWNPGFRFVRKDF36825ARK', null],
    ['/a/short', null],
  ])('the attendance code of %s is %s', (link, code) => expect(attendanceFromLink(link)).toBe(code))

  test('a verification code comes from its link or from the paper', () => {
    expect(verificationFromLink('https://x.example/verify/V8XK2P')).toBe('V8XK2P')
    expect(typedCode(' V8XK2P ', verificationFromLink)).toBe('V8XK2P')
    expect(typedCode('两个 词', verificationFromLink)).toBeNull()
  })

  test('options are escaped and empty ones left out', () => {
    expect(pageAddress('/a', { then: '/b?c=d&e', none: undefined, empty: '' })).toBe('/a?then=%2Fb%3Fc%3Dd%26e')
  })
})

describe('bank cards', () => {
  test.each([
    ['6222 0212 3456 7890 128', null],
    ['６２２２０２１２３４５６７８９０１２８', null],
    ['6222021234567890129', '有一位数字不对，请对着卡再看一遍'],
    ['62220212345', '卡号是 13 到 19 位，现在是 11 位'],
    ['62220212a4567890128', '卡号只有数字'],
    ['', '请填卡号'],
  ])('%s', (typed, fault) => expect(cardFault(typed)).toBe(fault))

  test('are read back four by four', () => {
    expect(cardDigits(' 6222-0212 34')).toBe('6222021234')
    expect(inFours('6222021234')).toEqual(['6222', '0212', '34'])
    expect(inFours('')).toEqual([])
  })

  test('months are worded', () => expect(monthWords('2026-10')).toBe('2026年10月'))
})

describe('a package of my own data', () => {
  const asked = { id: 'p', state: 'packing', state_label: '正在整理', asked_at: '2026-11-23T04:00:00Z', ready_at: null, until: null, size: 0, sha256: '', url: null }
  const ready = { ...asked, state: 'ready', state_label: '可以下载', until: '2026-11-26T04:01:00Z', size: 48_213 }

  test('says how big it is and until when it may be fetched', () => expect(packageNote(ready, NOW)).toBe('47 KB，11月26日 12:01前可以下载'))
  test('says what is going on while there is nothing to fetch', () => expect(packageNote(asked, NOW)).toBe('今天 12:00申请，正在整理'))
  test('is looked at again only while one is being packed', () => expect([packing([ready, asked]), packing([ready]), packing([])]).toEqual([true, false, false]))
  test.each([
    [10, '1 KB'],
    [1024 * 1024 * 2.5, '2.5 MB'],
  ])('%i bytes read %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
})
