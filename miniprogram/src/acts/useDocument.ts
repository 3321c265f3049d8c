import { ref, type Ref } from 'vue'
import { openDocument } from '@/platform/document'
import { getDocumentFile } from '@/services/documents'
import { asProblem, Problem } from '@/services/problem'

export interface DocumentOpening {
  busy: Ref<boolean>
  problem: Ref<Problem | null>
  open: (id: string | null) => Promise<void>
}

/** Opens a document by its short-lived address, asked for at the moment of opening. */
export function useDocument(): DocumentOpening {
  const busy = ref(false)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>

  async function open(id: string | null): Promise<void> {
    if (busy.value || !id) return
    busy.value = true
    problem.value = null
    try {
      const file = await getDocumentFile(id)
      await openDocument(file.url).catch(() => {
        throw new Problem(-1, 'app.open', '文件没打开', '文件好好地存着', '请看看手机信号，再点一次')
      })
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, open }
}
