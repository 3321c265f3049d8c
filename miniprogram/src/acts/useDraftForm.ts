import { watch } from 'vue'
import { readDraft, saveDraft } from '@/stores/drafts'

export interface DraftForm<T> {
  /** Brings back what was typed before; false when there is nothing. */
  restore: (adjust?: (kept: T) => Partial<T>) => boolean
  /** What is in the form now is what the service has: nothing to keep until it is changed. */
  settle: () => void
}

/** A form whose every change is kept on the phone under its act and subject. */
export function useDraftForm<T extends object>(act: () => string, subject: () => string, form: T): DraftForm<T> {
  let settled = JSON.stringify(form)

  watch(form, () => {
    if (JSON.stringify(form) !== settled) saveDraft(act(), subject(), form)
  })

  function restore(adjust: (kept: T) => Partial<T> = () => ({})): boolean {
    const kept = readDraft<T>(act(), subject())
    if (kept) Object.assign(form, kept, adjust(kept))
    return kept !== null
  }

  return { restore, settle: () => (settled = JSON.stringify(form)) }
}
