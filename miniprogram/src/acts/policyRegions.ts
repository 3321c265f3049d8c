import { readStored, writeStored } from '@/platform/storage'
import { getRegions } from '@/services/policies'
import type { RegionBranch } from '@/services/types'
import type { Choice } from '@/components/ChoiceList.vue'

const NAME = 'policy-region'
const SERVED = ['33', '37']
const FIRST = '330203'

/** The place that was looked at last. */
export function firstRegion(): string {
  return readStored<string>(NAME) ?? FIRST
}

export function keepRegion(code: string): void {
  writeStored(NAME, code)
}

/** The provinces that are served, with their cities and counties, each under its full name. */
export async function regionChoices(): Promise<Choice[]> {
  const all = (await getRegions('')).items
  return all.filter((one) => SERVED.includes(one.code)).flatMap((one) => below(one, ''))
}

function below(one: RegionBranch, above: string): Choice[] {
  const name = `${above}${one.name}`
  return [{ value: one.code, label: name }, ...one.children.flatMap((child) => below(child, name))]
}
