import { attendanceFromLink, bookingFromLink, builderFromLink, codeFromLink, doorFromLink, historyFromLink, invitationFromLink, letInFromLink, trainingFromLink, verificationFromLink } from '@/links'
import { scanCode } from '@/platform/scan'
import { open, openAsPerson, PAGES } from './paths'

const NOT_OURS = '这不是码上办的码。请扫工地告示牌上的班组码、门上的门牌码，或合同上的验真码。'

type Lead = [read: (text: string) => string | null, go: (code: string) => void]

const LEADS: Lead[] = [
  [attendanceFromLink, (code) => openAsPerson(PAGES.attendanceScan, { code })],
  [trainingFromLink, (code) => open(PAGES.attend, { code })],
  [historyFromLink, (code) => open(PAGES.shared, { code })],
  [doorFromLink, (code) => open(PAGES.door, { code })],
  [invitationFromLink, (code) => open(PAGES.offer, { code })],
  [builderFromLink, (code) => open(PAGES.promise, { code })],
  [letInFromLink, (code) => openAsPerson(PAGES.letIn, { code }, false)],
  [bookingFromLink, (code) => open(PAGES.hall, { code })],
  [codeFromLink, (code) => open(PAGES.join, { code })],
  [verificationFromLink, (code) => open(PAGES.verify, { code })],
]

/** Reads one code and opens what it stands for; the answer is what to tell the person, empty when all is well. */
export async function scanAndOpen(): Promise<string> {
  const text = await scanCode()
  if (text === null) return ''
  for (const [read, go] of LEADS) {
    const code = read(text)
    if (code) {
      go(code)
      return ''
    }
  }
  return NOT_OURS
}
