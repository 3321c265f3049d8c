import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { watch } from 'vue'
import { Live } from '@/platform/live'
import { openLiveTicket } from '@/services/live'

const live = new Live(async () => (await openLiveTicket()).url)

/**
 * Calls `moved` when a topic has moved, or may have, while the page is seen. Polling goes on beside it. An empty topic is none:
 * the page listens once there is one.
 */
export function useLive(topic: () => string, moved: () => void): void {
  let stop: (() => void) | null = null
  let seen = false

  function leave(): void {
    stop?.()
    stop = null
  }

  function listen(): void {
    leave()
    if (seen && topic() !== '') stop = live.listen(topic(), moved)
  }

  function show(now: boolean): void {
    seen = now
    listen()
  }

  watch(topic, listen)
  onShow(() => show(true))
  onHide(() => show(false))
  onUnload(() => show(false))
}
