import { pageAddress } from '@/links'
import { isSignedIn, isVerified } from '@/stores/session'

/** Where things are in the app, by name. */
export const PAGES = {
  home: '/pages/home/index',
  matters: '/pages/matters/index',
  inbox: '/pages/inbox/index',
  me: '/pages/me/index',
  signIn: '/pages/sign-in/index',
  realName: '/pages/real-name/index',
  devices: '/pages/devices/index',
  myData: '/pages/my-data/index',
  dataRules: '/mydata/pages/rules/index',
  verify: '/pages/verify/index',
  letIn: '/pages/let-in/index',
  about: '/pages/about/index',
  join: '/workers/pages/join/index',
  apply: '/workers/pages/apply/index',
  read: '/workers/pages/read/index',
  sign: '/workers/pages/sign/index',
  contract: '/workers/pages/contract/index',
  review: '/workers/pages/review/index',
  amend: '/workers/pages/amend/index',
  log: '/workers/pages/log/index',
  projects: '/workers/pages/projects/index',
  project: '/workers/pages/project/index',
  pending: '/workers/pages/pending/index',
  site: '/workers/pages/site/index',
  team: '/workers/pages/team/index',
  teamEdit: '/workers/pages/team-edit/index',
  teamCode: '/workers/pages/team-code/index',
  authorisations: '/workers/pages/authorisations/index',
  certificates: '/workers/pages/certificates/index',
  certificate: '/workers/pages/certificate/index',
  certificateEdit: '/workers/pages/certificate-edit/index',
  trainings: '/workers/pages/trainings/index',
  attend: '/workers/pages/attend/index',
  siteTrainings: '/workers/pages/site-trainings/index',
  trainingEdit: '/workers/pages/training-edit/index',
  training: '/workers/pages/training/index',
  history: '/workers/pages/history/index',
  share: '/workers/pages/share/index',
  shares: '/workers/pages/shares/index',
  shared: '/workers/pages/shared/index',
  card: '/payments/pages/card/index',
  arrivals: '/payments/pages/arrivals/index',
  wages: '/wages/pages/mine/index',
  wageLine: '/wages/pages/line/index',
  wageSign: '/wages/pages/sign/index',
  wageObject: '/wages/pages/object/index',
  wageAnswer: '/wages/pages/answer/index',
  wageAssist: '/wages/pages/assist/index',
  wageAssistSign: '/wages/pages/assist-sign/index',
  attendanceMonth: '/attendance/pages/month/index',
  attendanceDay: '/attendance/pages/day/index',
  attendanceScan: '/attendance/pages/scan/index',
  attendanceTeams: '/attendance/pages/teams/index',
  attendanceRoll: '/attendance/pages/roll/index',
  attendanceCode: '/attendance/pages/code/index',
  months: '/arrears/pages/months/index',
  month: '/arrears/pages/pay/index',
  complain: '/arrears/pages/complain/index',
  complaint: '/arrears/pages/complaint/index',
  late: '/arrears/pages/late/index',
  accused: '/arrears/pages/accused/index',
  homes: '/homes/pages/mine/index',
  door: '/homes/pages/door/index',
  bind: '/homes/pages/bind/index',
  offer: '/homes/pages/invitation/index',
  dwelling: '/homes/pages/home/index',
  homeFacts: '/homes/pages/facts/index',
  homeSheets: '/homes/pages/sheets/index',
  residents: '/homes/pages/residents/index',
  invite: '/homes/pages/invite/index',
  report: '/homes/pages/report/index',
  defects: '/homes/pages/defects/index',
  defect: '/homes/pages/defect/index',
  notFixed: '/homes/pages/not-fixed/index',
  issues: '/homes/pages/issues/index',
  issue: '/homes/pages/issue/index',
  promise: '/homes/pages/promise/index',
  sheets: '/inspections/pages/mine/index',
  sheet: '/inspections/pages/sheet/index',
  sheetRoom: '/inspections/pages/room/index',
  sheetPoint: '/inspections/pages/point/index',
  ask: '/answers/pages/ask/index',
  tickets: '/helpdesk/pages/mine/index',
  ticketNew: '/helpdesk/pages/ask/index',
  ticket: '/helpdesk/pages/ticket/index',
  talkNew: '/helpdesk/pages/begin/index',
  talk: '/helpdesk/pages/talk/index',
  talks: '/helpdesk/pages/talks/index',
  publicAreas: '/publicareas/pages/areas/index',
  publicArea: '/publicareas/pages/area/index',
  publicReport: '/publicareas/pages/report/index',
  publicFault: '/publicareas/pages/fault/index',
  guides: '/guides/pages/items/index',
  guide: '/guides/pages/item/index',
  packages: '/guides/pages/packages/index',
  package: '/guides/pages/package/index',
  packagePoster: '/guides/pages/poster/index',
  plan: '/guides/pages/plan/index',
  helpPerson: '/guides/pages/help/index',
  halls: '/appointments/pages/halls/index',
  kiosk: '/appointments/pages/kiosk/index',
  near: '/appointments/pages/near/index',
  hall: '/appointments/pages/hall/index',
  booking: '/appointments/pages/booking/index',
  screen: '/assistance/pages/screen/index',
  sharings: '/assistance/pages/sharings/index',
  crossings: '/crossregion/pages/mine/index',
  crossApply: '/crossregion/pages/apply/index',
  crossCase: '/crossregion/pages/case/index',
  affairs: '/crossregion/pages/affairs/index',
  affair: '/crossregion/pages/affair/index',
  myMatters: '/matters/pages/mine/index',
  matterFill: '/matters/pages/fill/index',
  matter: '/matters/pages/matter/index',
  repairs: '/repairs/pages/mine/index',
  repair: '/repairs/pages/repair/index',
  repairAppoint: '/repairs/pages/appoint/index',
  repairRecord: '/repairs/pages/record/index',
  policies: '/policies/pages/open/index',
  policy: '/policies/pages/policy/index',
  myPolicies: '/policies/pages/mine/index',
  policyWhy: '/policies/pages/why/index',
  policyFacts: '/policies/pages/facts/index',
  policyCalendar: '/policies/pages/calendar/index',
  savedPolicies: '/policies/pages/saved/index',
  claims: '/claims/pages/mine/index',
  claimBegin: '/claims/pages/begin/index',
  claimHandIn: '/claims/pages/hand-in/index',
  claim: '/claims/pages/claim/index',
  claimAccount: '/claims/pages/account/index',
  claimMend: '/claims/pages/mend/index',
  claimKept: '/claims/pages/kept/index',
  publicClaims: '/claims/pages/open/index',
  claimDraws: '/claims/pages/draws/index',
  claimObject: '/claims/pages/object/index',
  seals: '/seals/pages/mine/index',
  sealApply: '/seals/pages/apply/index',
  sealUses: '/seals/pages/uses/index',
} as const

const TABS: string[] = [PAGES.home, PAGES.matters, PAGES.inbox, PAGES.me]

type Options = Record<string, string | undefined>

export function open(page: string, options: Options = {}): void {
  if (TABS.includes(page.split('?')[0] ?? '')) uni.switchTab({ url: page })
  else uni.navigateTo({ url: pageAddress(page, options) })
}

/** Takes the place of this page, so that "back" does not return to a step that is done. */
export function replace(page: string, options: Options = {}): void {
  const url = pageAddress(page, options)
  if (TABS.includes(url.split('?')[0] ?? '')) uni.switchTab({ url })
  else uni.redirectTo({ url })
}

/** Back to where the person came from, or home when this page was opened by a link. */
export function goBack(): void {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else uni.switchTab({ url: PAGES.home })
}

/** Pages of the web console that officers have on their phone as well: where a notice about them leads there. */
const ALSO_HERE: [RegExp, string][] = [[/^\/console\/crossregion\/affairs\/([\w-]+)$/, PAGES.affair]]

/** The page of this app for a link inside a notice, whose address may be that of the same page on the web console. */
function onPhone(link: string): string {
  for (const [pattern, page] of ALSO_HERE) {
    const id = pattern.exec(link)?.[1]
    if (id) return pageAddress(page, { id })
  }
  return link.startsWith('/') ? link : `/${link}`
}

/** Whether a link inside a notice leads to a page of this app; some lead only to the web console. */
export function leadsHere(link: string | null | undefined): link is string {
  return /^\/?(answers|appointments|arrears|assistance|attendance|claims|crossregion|guides|helpdesk|homes|inspections|matters|pages|payments|policies|publicareas|repairs|seals|wages|workers)\/[\w/-]+(\?[\w=&%.~-]*)?$/.test(onPhone(link ?? ''))
}

/** A link inside a notice leads only to pages of this app. */
export function openLink(link: string): void {
  if (leadsHere(link)) open(onPhone(link))
}

/**
 * Opens a page that needs a signed-in (and real-named) person; whoever is not yet goes through sign-in and real name and then
 * arrives there by itself.
 */
export function openAsPerson(page: string, options: Options = {}, verified = true): void {
  const then = pageAddress(page, options)
  if (!isSignedIn()) open(PAGES.signIn, { then, verified: verified ? '1' : undefined })
  else if (verified && !isVerified()) open(PAGES.realName, { then })
  else open(then)
}

interface StackedPage {
  route?: string
  options?: Record<string, string>
}

/** Where the person is now, to come back to after signing in. */
export function here(): string {
  const pages = getCurrentPages()
  const page = pages[pages.length - 1] as StackedPage | undefined
  const options = Object.fromEntries(
    Object.entries(page?.options ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  )
  return page?.route ? pageAddress(`/${page.route}`, options) : PAGES.home
}

export function signInAndReturn(): void {
  replace(PAGES.signIn, { then: here() })
}
