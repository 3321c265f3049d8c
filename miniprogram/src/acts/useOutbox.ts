import { ref, watch, type Ref } from 'vue'
import { online } from '@/platform/network'
import { newKey } from '@/services/keys'
import { asProblem, type Problem } from '@/services/problem'
import { sayLine } from '@/services/talks'
import { keepOutbox, readOutbox, type Unsent } from '@/stores/outbox'
import { forgetPhoto, fresh, sendPhoto, waitFor } from '@/stores/photos'

export interface Outbox {
  unsent: Ref<Unsent[]>
  /** Why the first one did not go: it is tried again by itself. */
  stuck: Ref<Problem | null>
  restore: () => void
  say: (text: string) => Promise<void>
  show: (path: string) => Promise<void>
  flush: () => Promise<void>
  drop: (key: string) => void
}

/** What is said goes out in order, each line once; without a network it waits on the phone and goes when there is one. */
export function useOutbox(talk: () => string, sent: () => Promise<void>): Outbox {
  const unsent = ref<Unsent[]>([])
  const stuck = ref<Problem | null>(null) as Ref<Problem | null>
  let going = false

  function hold(lines: Unsent[]): void {
    unsent.value = lines
    keepOutbox(talk(), lines)
  }

  function change(key: string, differs: Partial<Unsent>): void {
    hold(unsent.value.map((one) => (one.key === key ? { ...one, ...differs } : one)))
  }

  function drop(key: string): void {
    const photo = unsent.value.find((one) => one.key === key)?.photo
    if (photo) forgetPhoto(photo)
    hold(unsent.value.filter((one) => one.key !== key))
  }

  async function add(line: Pick<Unsent, 'text' | 'photo'>): Promise<void> {
    hold([...unsent.value, { ...line, key: newKey(), at: new Date().toISOString() }])
    await flush()
  }

  async function flush(): Promise<void> {
    if (going) return
    going = true
    stuck.value = null
    try {
      for (let line = next(); line; line = next()) await send(line)
    } catch (error) {
      stuck.value = asProblem(error)
    } finally {
      going = false
    }
  }

  const next = (): Unsent | undefined => unsent.value.find((one) => !one.fault)

  async function send(line: Unsent): Promise<void> {
    try {
      const fileId = line.photo ? await arrived(line) : ''
      await sayLine(talk(), fileId ? { file_id: fileId } : { text: line.text }, line.key)
    } catch (error) {
      const problem = asProblem(error)
      if (problem.passing) throw error
      change(line.key, { fault: problem.title })
      return
    }
    // What was said is read before it leaves the outbox: it never vanishes between the two.
    await sent()
    drop(line.key)
  }

  async function arrived(line: Unsent): Promise<string> {
    if (line.fileId || !line.photo) return line.fileId ?? ''
    const photo = fresh(line.photo)
    change(line.key, { photo })
    const fileId = await sendPhoto(photo)
    change(line.key, { fileId })
    return fileId
  }

  watch(online, (now) => {
    if (now) void flush()
  })

  return {
    unsent,
    stuck,
    restore: () => (unsent.value = readOutbox(talk())),
    say: (text) => add({ text }),
    show: async (path) => add({ text: '', photo: await waitFor(path) }),
    flush,
    drop,
  }
}
