import { watch } from 'vue'
import { clearDraft, readDraft, saveDraft } from '@/stores/drafts'

export interface DraftForm<T> {
  /** Brings back what was typed before; false when there is nothing. */
  restore: (adjust?: (kept: T) => Partial<T>) => boolean
  /** What is in the form now is what the service has: nothing to keep until it is changed. */
  settle: () => void
}

/** A form whose every change is kept on the phone under its act and subject. */
export function useDraftForm<T extends object>(act: () => string, subject: () => string, form: T): DraftForm<T> {
  let settled = JSON.stringify(form)
  let typed = false

  watch(form, () => {
    if (JSON.stringify(form) !== settled) typed = saveDraft(act(), subject(), form)
    else if (typed) {
      typed = false
      clearDraft(act(), subject())
    }
  })

  function restore(adjust: (kept: T) => Partial<T> = () => ({})): boolean {
    const kept = readDraft<T>(act(), subject())
    if (kept) Object.assign(form, kept, adjust(kept))
    return kept !== null
  }

  function settle(): void {
    settled = JSON.stringify(form)
    typed = false
  }

  return { restore, settle }
}
