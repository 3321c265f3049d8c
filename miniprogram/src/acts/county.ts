import { readStored, writeStored } from '@/platform/storage'

const NAME = 'appointments-county'

/** The county where somebody last looked for a hall or a guide; empty at first. */
export function chosenCounty(): string {
  return readStored<string>(NAME) ?? ''
}

export function keepCounty(code: string): void {
  writeStored(NAME, code)
}
