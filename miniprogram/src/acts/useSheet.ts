import { onShow } from '@dcloudio/uni-app'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useLoad } from '@/acts/useLoad'
import { online } from '@/platform/network'
import { getSheet } from '@/services/inspections'
import { asProblem, type Problem } from '@/services/problem'
import type { InspectedSheet, PointFound } from '@/services/types'
import { changes, findingOf, keptSheet, queue, sendSheet, takeSheet } from '@/stores/sheets'
import type { Finding } from '@/wording/inspections'

export interface SheetHere {
  id: Ref<string>
  sheet: ComputedRef<InspectedSheet | null>
  state: ComputedRef<'loading' | 'error' | 'ready'>
  problem: Ref<Problem | null>
  waiting: ComputedRef<{ waiting: number; conflicts: number }>
  conflicts: ComputedRef<PointFound[]>
  sending: ComputedRef<boolean>
  sendProblem: Ref<Problem | null>
  finding: (point: PointFound) => Finding
  load: () => Promise<void>
  send: () => Promise<void>
}

/**
 * A sheet as it stands on the phone: read again when there is a network, what waits here stays on top. `sends`: false where
 * a point is being written; it is sent after that.
 */
export function useSheet(sends = true): SheetHere {
  const id = ref('')
  const remote = useLoad(() => getSheet(id.value))
  const turns = ref(0)
  const sendProblem = ref<Problem | null>(null) as Ref<Problem | null>
  const kept = computed(() => (changes.value >= 0 && id.value ? keptSheet(id.value) : null))
  const sheet = computed(() => kept.value?.sheet ?? remote.data.value)
  const state = computed(() => (sheet.value ? 'ready' : remote.state.value))
  const waiting = computed(() => (changes.value >= 0 ? queue(id.value) : { waiting: 0, conflicts: 0 }))

  async function load(): Promise<void> {
    if (!id.value) return
    await remote.load()
    if (remote.data.value && !remote.problem.value) takeSheet(remote.data.value)
    if (sends) await send()
  }

  async function send(): Promise<void> {
    if (waiting.value.waiting === 0) return
    turns.value += 1
    sendProblem.value = null
    try {
      await sendSheet(id.value)
    } catch (error) {
      sendProblem.value = asProblem(error)
    } finally {
      turns.value -= 1
    }
  }

  onShow(() => void load())
  watch(online, (back) => {
    if (back) void load()
  })

  return {
    id,
    sheet,
    state,
    problem: remote.problem,
    waiting,
    conflicts: computed(() => Object.values(kept.value?.conflicts ?? {})),
    sending: computed(() => turns.value > 0),
    sendProblem,
    finding: (point) => (kept.value ? findingOf(kept.value, point) : { verdict: null, design: 0, values: [], note: '', photos: [], pin: null, seen: 0 }),
    load,
    send,
  }
}
