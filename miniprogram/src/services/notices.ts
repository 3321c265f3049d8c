import { call } from './client'
import type { Notice, Page } from './types'

export function listNotices(cursor?: string): Promise<Page<Notice>> {
  return call('GET', '/v1/notices', { query: { cursor } })
}

export function getUnread(): Promise<{ unread: number }> {
  return call('GET', '/v1/notices/summary')
}

export function markRead(id: string): Promise<void> {
  return call('POST', `/v1/notices/${encodeURIComponent(id)}/read`)
}

export function markAllRead(): Promise<void> {
  return call('POST', '/v1/notices/read-all')
}
