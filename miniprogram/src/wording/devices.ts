const PHONES: [RegExp, string][] = [
  [/iPhone/i, '苹果手机'],
  [/iPad/i, '苹果平板'],
  [/HarmonyOS|OpenHarmony/i, '鸿蒙手机'],
  [/Android/i, '安卓手机'],
  [/Windows/i, 'Windows 电脑'],
  [/Macintosh/i, '苹果电脑'],
  [/Linux/i, '电脑'],
]
const APPS: [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/AlipayClient/i, '支付宝'],
  [/Edg\//i, 'Edge 浏览器'],
  [/Chrome\//i, 'Chrome 浏览器'],
  [/Firefox\//i, '火狐浏览器'],
  [/Safari\//i, 'Safari 浏览器'],
]

/** What a person would call the device behind a user agent: 安卓手机 · 微信 */
export function deviceName(userAgent: string): string {
  const first = (names: [RegExp, string][]): string => names.find(([sign]) => sign.test(userAgent))?.[1] ?? ''
  return [first(PHONES), first(APPS)].filter(Boolean).join(' · ')
}
