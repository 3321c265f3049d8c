import { ref } from 'vue'
import { getUnread } from '@/services/notices'
import { isSignedIn } from './session'

/** The number on the tab 消息. */
export const unread = ref(0)

export async function countUnread(): Promise<void> {
  if (!isSignedIn()) {
    unread.value = 0
    return
  }
  // A badge that cannot be counted keeps its last number.
  const answer = await getUnread().catch(() => null)
  if (answer) unread.value = answer.unread
}
