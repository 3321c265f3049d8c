import type { DataPackage, Hold } from '@/services/types'
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
