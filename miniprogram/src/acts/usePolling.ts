import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { watchVisibility } from '@/platform/visibility'

const FIRST_MS = 1000
const GROWTH = 1.5
const LONGEST_MS = 15_000

/**
 * Looks again and again, less and less often, while the page is seen and `wanted` says there is something to wait for.
 * It stops when the page or the app is hidden and begins anew, quickly, when it is seen again.
 */
export function usePolling(look: () => Promise<void>, wanted: () => boolean): { start: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let pause = FIRST_MS
  let seen = true

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  function next(): void {
    stop()
    if (!seen || !wanted()) return
    timer = setTimeout(() => {
      pause = Math.min(LONGEST_MS, pause * GROWTH)
      void look().finally(next)
    }, pause)
  }

  function start(): void {
    pause = FIRST_MS
    next()
  }

  function show(now: boolean): void {
    seen = now
    if (now) start()
    else stop()
  }

  const unwatch = watchVisibility((visible) => {
    show(visible)
    if (visible && wanted()) void look().finally(next)
  })
  onShow(() => show(true))
  onHide(() => show(false))
  onUnload(() => {
    stop()
    seen = false
    unwatch()
  })
  return { start }
}
