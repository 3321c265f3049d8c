import { reactive } from 'vue'
import type { Problem } from '@/services/problem'

/** Files that the service has no more while a form or a sheet on this phone still names them, as it told of them. */
const gone = reactive(new Set<string>())
const CODES = ['files.unused-too-long', 'files.taken-out']

/** Which files a refusal says are gone; none for any other. */
export function goneFiles(problem: Problem): string[] {
  return CODES.includes(problem.code) ? Object.keys(problem.fields) : []
}

export function noteGone(problem: Problem): void {
  for (const id of goneFiles(problem)) gone.add(id)
}

export function isGone(id: string): boolean {
  return gone.has(id)
}
