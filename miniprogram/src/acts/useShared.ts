import { onShow, onUnload } from '@dcloudio/uni-app'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { answerProposal, getSharing, inviteHelper, offerSharing, putSheet, stopSharing } from '@/services/assistance'
import { newKey } from '@/services/keys'
import { asProblem, type Problem } from '@/services/problem'
import type { SharedProposal, Sharing, SharingStop } from '@/services/types'
import { dropHelper, helperTalk } from '@/stores/accompanying'
import { session } from '@/stores/session'
import { consentFor, shared, type FormField, type FormName } from '@/wording/assistance'
import { useAct } from './useAct'
import { useLive } from './useLive'
import { usePolling } from './usePolling'

/** Typing is sent when it rests this long, so that no letter costs a request. */
const REST_MS = 400

export interface Shared {
  fields: ComputedRef<FormField[]>
  /** How it stands, also when it has just ended; null when nobody was asked. */
  sharing: Ref<Sharing | null>
  code: Ref<string>
  /** An agent asked for it in a conversation: agreeing asks that agent, without a code. */
  asked: Ref<boolean>
  busy: Ref<boolean>
  problem: Ref<Problem | null>
  offer: () => Promise<void>
  /** Not the agent of the conversation: whoever hears the code. */
  byCode: () => void
  answer: (proposal: SharedProposal, accepted: boolean) => Promise<void>
  /** Nobody may look any more: also when there is no network to say so, the phone sends nothing further. */
  stop: (why?: SharingStop['why']) => Promise<void>
  focus: (key: string) => void
  /** After a closed app: goes on where it was. */
  restore: () => Promise<void>
  dismiss: () => void
}

interface Kept {
  id: string
  code: string
}

/** A form that a person may fill in while somebody from an office looks at it. Only the person changes it. */
export function useShared(form: FormName, subject: () => string, list: () => FormField[]): Shared {
  const sharing = ref<Sharing | null>(null)
  const code = ref('')
  const asked = ref(helperTalk() !== '')
  const focused = ref('')
  const fields = computed(list)
  const act = useAct()
  const going = computed(() => sharing.value !== null && sharing.value.state !== 'ended')
  const looked = computed(() => sharing.value?.state === 'sharing')
  const snapshot = computed(() => JSON.stringify({ fields: fields.value.map(shared), focus: focused.value }))
  const name = (): string => `shared:${session.me?.person_id ?? ''}:${form}:${subject()}`
  const topic = (): string => (going.value && sharing.value ? `assistance:${sharing.value.id}` : '')
  const polling = usePolling(look, () => going.value)
  let id = ''
  let typed = 0
  let sent = ''
  let sending = false
  let timer: ReturnType<typeof setTimeout> | null = null
  useLive(topic, () => void look())

  // Where somebody types or chooses is where they are, also when they came there without a tap.
  watch(fields, (now, before) => {
    const moved = now.find((one) => !before.some((old) => JSON.stringify(old) === JSON.stringify(one)))
    if (moved) focused.value = moved.key
  })
  watch([snapshot, looked], () => {
    if (timer) clearTimeout(timer)
    if (looked.value) timer = setTimeout(() => void send(), REST_MS)
  })
  onShow(() => void (going.value && look()))
  onUnload(() => void (going.value && stop('left')))

  async function offer(): Promise<void> {
    const body = { form, consent: consentFor(form) }
    const talk = asked.value ? helperTalk() : ''
    const done = await act.run('offer-sharing', `${form}.${talk}`, body, (key) => (talk ? inviteHelper(talk, body, key) : offerSharing(body, key)))
    if (!done) return
    keep({ id: done.id, code: done.code })
    await look()
    polling.start()
  }

  function byCode(): void {
    dropHelper()
    asked.value = false
    act.problem.value = null
  }

  async function restore(): Promise<void> {
    const kept = readStored<Kept>(name())
    if (!kept) return
    keep(kept)
    await look()
    polling.start()
  }

  function keep(kept: Kept): void {
    id = kept.id
    code.value = kept.code
    sent = ''
    writeStored(name(), kept)
  }

  async function look(): Promise<void> {
    if (id === '') return
    try {
      take(await getSharing(id))
    } catch (error) {
      if (asProblem(error).status === 404) forget()
    }
  }

  function take(now: Sharing): void {
    if (now.id !== id) return
    typed = Math.max(typed, now.typed)
    sharing.value = now
    if (now.state === 'ended') forget()
  }

  function forget(): void {
    id = ''
    typed = 0
    code.value = ''
    removeStored(name())
  }

  async function send(): Promise<void> {
    const now = snapshot.value
    if (sending || !looked.value || now === sent || fields.value.length === 0) return
    sending = true
    try {
      await putSheet(id, { typed: ++typed, ...(JSON.parse(now) as { fields: never[]; focus: string }) })
      sent = now
    } catch (error) {
      // Late: another page of this phone sent more. Ended: what is said of it stands on the page.
      if (asProblem(error).status === 409) await look()
    } finally {
      sending = false
      if (looked.value && snapshot.value !== sent) timer = setTimeout(() => void send(), REST_MS)
    }
  }

  async function answer(proposal: SharedProposal, accepted: boolean): Promise<void> {
    const to = id
    const done = await act.run('answer-proposal', `${to}.${proposal.number}`, accepted, (key) => answerProposal(to, proposal.number, accepted, key))
    const field = fields.value.find((one) => one.key === proposal.field)
    if (done && accepted && (field?.kind === 'text' || field?.kind === 'choice')) field.put(proposal.value)
    await look()
  }

  async function stop(why: SharingStop['why'] = 'withdrawn'): Promise<void> {
    const ended = id
    if (ended === '') return
    const before = sharing.value
    if (before) sharing.value = { ...before, state: 'ended', ended: '您停止了共享', proposals: [], pointed: '' }
    forget()
    await stopped(ended, why)
  }

  return {
    fields,
    sharing,
    code,
    asked,
    busy: act.busy,
    problem: act.problem,
    offer,
    byCode,
    answer,
    stop,
    focus: (key) => (focused.value = key),
    restore,
    dismiss: () => (sharing.value = null),
  }
}

/** Tells the service until it has heard; without a network it ends by itself when nothing moves for ten minutes. */
async function stopped(id: string, why: SharingStop['why']): Promise<void> {
  const key = newKey()
  for (const pause of [0, 1000, 3000, 10_000, 30_000]) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    const heard = await stopSharing(id, why, key).then(
      () => true,
      (error: unknown) => !asProblem(error).passing,
    )
    if (heard) return
  }
}
