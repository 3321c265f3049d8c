import { computed, ref, shallowRef, type Ref } from 'vue'
import { asProblem, type Problem } from '@/services/problem'

export interface Load<T> {
  data: Ref<T | null>
  problem: Ref<Problem | null>
  state: Ref<'loading' | 'error' | 'ready'>
  load: () => Promise<void>
}

/** One thing read from the service. What is on the screen stays there while it is read again, and when that fails. */
export function useLoad<T>(read: () => Promise<T>): Load<T> {
  const data = shallowRef<T | null>(null)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const state = computed(() => (data.value !== null ? 'ready' : problem.value ? 'error' : 'loading'))
  let latest = 0

  async function load(): Promise<void> {
    const turn = ++latest
    if (data.value === null) problem.value = null
    try {
      const answer = await read()
      if (turn !== latest) return
      data.value = answer
      problem.value = null
    } catch (error) {
      if (turn === latest) problem.value = asProblem(error)
    }
  }

  return { data, problem, state, load }
}
