import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { Live } from '@/platform/live'
import { openLiveTicket } from '@/services/live'

const live = new Live(async () => (await openLiveTicket()).url)

/** Calls `moved` when a topic has moved, or may have, while the page is seen. Polling goes on beside it. */
export function useLive(topic: () => string, moved: () => void): void {
  let stop: (() => void) | null = null

  function leave(): void {
    stop?.()
    stop = null
  }

  onShow(() => {
    leave()
    stop = live.listen(topic(), moved)
  })
  onHide(leave)
  onUnload(leave)
}
