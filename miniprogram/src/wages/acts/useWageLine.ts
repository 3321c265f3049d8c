import { onLoad, onPullDownRefresh, onShow } from '@dcloudio/uni-app'
import { ref, type Ref } from 'vue'
import { useAct, type Act } from '@/acts/useAct'
import { useLoad, type Load } from '@/acts/useLoad'
import type { WageDone, WageLine } from '@/services/types'
import { getWageLine } from '@/services/wages'

export interface WagePage {
  id: Ref<string>
  line: Load<WageLine>
  act: Act
  settle: (name: string, content: unknown, send: (key: string) => Promise<WageDone>) => Promise<boolean>
}

/** One line on a page of its own: read when the page shows, and acted upon. */
export function useWageLine(): WagePage {
  const id = ref('')
  const line = useLoad(() => getWageLine(id.value))
  const act = useAct()

  onLoad((options) => {
    id.value = decodeURIComponent(options?.id ?? '')
  })
  onShow(() => void line.load())
  onPullDownRefresh(() => void line.load().finally(() => uni.stopPullDownRefresh()))

  /** True when the act is done; the line on the screen is then the new one. */
  async function settle(name: string, content: unknown, send: (key: string) => Promise<WageDone>): Promise<boolean> {
    const done = await act.run(name, id.value, content, send)
    if (!done) return false
    await line.load()
    return true
  }

  return { id, line, act, settle }
}
