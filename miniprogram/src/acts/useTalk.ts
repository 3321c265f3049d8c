import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { asProblem, type Problem } from '@/services/problem'
import { getTalk, markRead } from '@/services/talks'
import type { Talk, TalkLine } from '@/services/types'

export interface TalkLoad {
  talk: Ref<Talk | null>
  lines: Ref<TalkLine[]>
  problem: Ref<Problem | null>
  state: ComputedRef<'loading' | 'error' | 'ready'>
  look: () => Promise<void>
}

/** A conversation as far as it has come: each look asks only for what follows the last line, and two at once ask once. */
export function useTalk(id: () => string, came: () => void): TalkLoad {
  const talk = shallowRef<Talk | null>(null)
  const lines = shallowRef<TalkLine[]>([])
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const state = computed(() => (talk.value ? 'ready' : problem.value ? 'error' : 'loading'))
  let looking: Promise<void> | null = null
  let again = false
  let read = 0

  const last = (): number => lines.value[lines.value.length - 1]?.number ?? 0

  function look(): Promise<void> {
    // What moved while one look was under way may not be in its answer.
    again = looking !== null
    looking ??= go().finally(() => (looking = null))
    return looking
  }

  async function go(): Promise<void> {
    do {
      again = false
      await ask()
    } while (again)
  }

  async function ask(): Promise<void> {
    try {
      const found = await getTalk(id(), last())
      const fresh = found.lines.filter((line) => line.number > last())
      lines.value = [...lines.value, ...fresh]
      talk.value = found
      problem.value = null
      if (found.more) again = true
      if (fresh.length > 0) seen()
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  /** A mark that does not arrive comes with the next line. */
  function seen(): void {
    came()
    if (last() <= read) return
    read = last()
    markRead(id(), read).catch(() => (read = 0))
  }

  return { talk, lines, problem, state, look }
}
