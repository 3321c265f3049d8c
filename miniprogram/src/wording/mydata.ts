import type { DataPackage, DataRules, Hold } from '@/services/types'
import { chinaDay, longDate, when } from './dates'

/** How big a file is, as phones say it. */
export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What a package is now and until when. */
export function packageNote(one: DataPackage, now = new Date()): string {
  if (one.state === 'ready' && one.until) return `${sizeWords(one.size)}，${when(one.until, now)}前可以下载`
  return `${when(one.asked_at, now)}申请，${one.state_label}`
}

/** What a law keeps yet, and until when; a contract that goes on has no last day. */
export function heldNote(one: Hold): string {
  return one.until ? `${one.reason}，到${longDate(chinaDay(one.until))}期满` : `${one.reason}，还在进行，期满的日子没有定`
}

/** Whether it is worth looking again in a moment. */
export function packing(listed: DataPackage[]): boolean {
  return listed.some((one) => one.state === 'packing')
}

/** Who answers for the data and who is in charge of it there. */
export function handlerFacts(rules: DataRules): { name: string; value: string }[] {
  const one = rules.handler
  return [
    { name: '处理者', value: one.name },
    { name: '地址', value: one.address },
    { name: '联系', value: one.contact },
    { name: '个人信息负责人', value: one.officer },
    { name: '负责人联系', value: one.officer_contact },
  ]
}

/** The rules as they are read out: who, what one may ask, and where the rest stands. */
export function rulesSpoken(rules: DataRules): string[] {
  const rights = rules.rights.map((one) => `${one.name}：${one.how}。`)
  return [
    `个人信息处理规则。您的信息由${rules.handler.name}负责，有事找${rules.handler.officer}。`,
    `您的权利。${rights.join('')}`,
    ...rules.remarks.map((one) => `${one.title}：${one.text}`),
    '存什么、给谁、注销以后删什么，往下点开就能看。',
  ]
}
