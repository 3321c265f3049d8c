import { computed, ref, shallowRef, type Ref } from 'vue'
import { asProblem, type Problem } from '@/services/problem'
import type { Page } from '@/services/types'

export interface List<T> {
  items: Ref<T[]>
  problem: Ref<Problem | null>
  state: Ref<'loading' | 'error' | 'empty' | 'ready'>
  foot: Ref<'more' | 'loading' | 'error' | 'end'>
  reload: () => Promise<void>
  more: () => Promise<void>
}

/** A list read page by page. Who asks anew while an answer is on its way gets what was asked last. */
export function useList<T>(read: (cursor?: string) => Promise<Page<T>>): List<T> {
  const items = shallowRef<T[]>([])
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const cursor = ref<string | null>(null)
  const busy = ref(false)
  const loaded = ref(false)
  let latest = 0

  const state = computed(() => {
    if (items.value.length > 0) return 'ready'
    if (problem.value) return 'error'
    return loaded.value ? 'empty' : 'loading'
  })
  const foot = computed(() => {
    if (busy.value) return 'loading'
    if (problem.value) return 'error'
    return cursor.value ? 'more' : 'end'
  })

  async function readPage(from: string | undefined, before: T[]): Promise<void> {
    const turn = ++latest
    busy.value = true
    try {
      const page = await read(from)
      if (turn !== latest) return
      items.value = [...before, ...page.items]
      cursor.value = page.next_cursor
      problem.value = null
      loaded.value = true
    } catch (error) {
      if (turn === latest) problem.value = asProblem(error)
    } finally {
      if (turn === latest) busy.value = false
    }
  }

  const reload = (): Promise<void> => readPage(undefined, [])
  const more = async (): Promise<void> => {
    if (busy.value) return
    if (cursor.value) await readPage(cursor.value, items.value)
    else if (problem.value) await reload()
  }
  return { items, problem, state, foot, reload, more }
}
