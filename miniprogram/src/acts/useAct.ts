import { ref, type Ref } from 'vue'
import { asProblem, type Problem } from '@/services/problem'
import { submitOnce } from '@/stores/drafts'

export interface Act {
  busy: Ref<boolean>
  problem: Ref<Problem | null>
  run: <T>(act: string, subject: string, content: unknown, send: (key: string) => Promise<T>) => Promise<T | null>
}

/** One act of a person: sent once however often it is tapped; null when it failed, and `problem` says why. */
export function useAct(): Act {
  const busy = ref(false)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>

  async function run<T>(
    act: string,
    subject: string,
    content: unknown,
    send: (key: string) => Promise<T>,
  ): Promise<T | null> {
    if (busy.value) return null
    busy.value = true
    problem.value = null
    try {
      return await submitOnce(act, subject, content, send)
    } catch (error) {
      problem.value = asProblem(error)
      return null
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
