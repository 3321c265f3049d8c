import { ref, type Ref } from 'vue'
import { asProblem, type Problem } from '@/services/problem'
import { submitOnce } from '@/stores/drafts'

export interface Act {
  busy: Ref<boolean>
  problem: Ref<Problem | null>
  run: <T>(act: string, subject: string, content: unknown, send: (key: string) => Promise<T>) => Promise<T | null>
}

/** The second tap of a double tap may come after the answer: it is still the same tap (iOS and Android allow 300 to 500 ms). */
const DOUBLE_TAP_MS = 500

/** One act of a person: sent once however often it is tapped; null when it failed, and `problem` says why. */
export function useAct(): Act {
  const busy = ref(false)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>

  let done = { name: '', at: 0 }

  async function run<T>(
    act: string,
    subject: string,
    content: unknown,
    send: (key: string) => Promise<T>,
  ): Promise<T | null> {
    const name = JSON.stringify([act, subject, content])
    if (busy.value || (name === done.name && Date.now() - done.at < DOUBLE_TAP_MS)) return null
    busy.value = true
    problem.value = null
    try {
      const answer = await submitOnce(act, subject, content, send)
      done = { name, at: Date.now() }
      return answer
    } catch (error) {
      problem.value = asProblem(error)
      return null
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
