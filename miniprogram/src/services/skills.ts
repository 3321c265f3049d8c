import { call } from './client'
import type {
  CheckForm,
  Handwriting,
  History,
  Licence,
  LicenceDone,
  LicenceForm,
  LicenceView,
  Look,
  MyTraining,
  Page,
  Renewal,
  Share,
  SharedHistory,
  ShareForm,
  Training,
  TrainingCard,
  TrainingDone,
  TrainingForm,
  TrainingView,
} from './types'

const ROOT = '/v1/workers'
const certificate = (id: string): string => `${ROOT}/certificates/${encodeURIComponent(id)}`
const training = (id: string): string => `${ROOT}/trainings/${encodeURIComponent(id)}`
const share = (id: string): string => `${ROOT}/shares/${encodeURIComponent(id)}`

export function listMyCertificates(): Promise<Page<Licence>> {
  return call('GET', `${ROOT}/certificates`)
}

export function addCertificate(body: LicenceForm, key: string): Promise<LicenceDone> {
  return call('POST', `${ROOT}/certificates`, { body, key })
}

export function getCertificate(id: string): Promise<LicenceView> {
  return call('GET', certificate(id))
}

export function renewCertificate(id: string, body: Renewal, key: string): Promise<LicenceDone> {
  return call('PUT', certificate(id), { body, key })
}

export function removeCertificate(id: string, key: string): Promise<LicenceDone> {
  return call('DELETE', certificate(id), { key })
}

/** The employer compared it with the paper. */
export function checkCertificate(id: string, body: CheckForm, key: string): Promise<LicenceDone> {
  return call('POST', `${certificate(id)}/check`, { body, key })
}

export function listMyTrainings(): Promise<Page<MyTraining>> {
  return call('GET', `${ROOT}/trainings`)
}

export function listProjectTrainings(projectId: string, cursor?: string): Promise<Page<Training>> {
  return call('GET', `${ROOT}/projects/${encodeURIComponent(projectId)}/trainings`, { query: { cursor } })
}

export function holdTraining(projectId: string, body: TrainingForm, key: string): Promise<TrainingDone> {
  return call('POST', `${ROOT}/projects/${encodeURIComponent(projectId)}/trainings`, { body, key })
}

export function getTraining(id: string): Promise<TrainingView> {
  return call('GET', training(id))
}

export function pickTrainees(id: string, contract_ids: string[], key: string): Promise<TrainingDone> {
  return call('POST', `${training(id)}/trainees`, { body: { contract_ids }, key })
}

/** I was there: with one tap, or with my name written by hand. */
export function confirmTraining(id: string, hand: Handwriting | null, key: string): Promise<TrainingDone> {
  return call('POST', `${training(id)}/confirmation`, { body: { hand }, key })
}

export function getTrainingCard(code: string): Promise<TrainingCard> {
  return call('GET', `${ROOT}/training-codes/${encodeURIComponent(code)}`)
}

export function scanTraining(code: string, hand: Handwriting | null, key: string): Promise<TrainingDone> {
  return call('POST', `${ROOT}/training-attendances`, { body: { code, hand }, key })
}

export function getHistory(): Promise<History> {
  return call('GET', `${ROOT}/history`)
}

export function listShares(): Promise<Page<Share>> {
  return call('GET', `${ROOT}/shares`)
}

export function shareHistory(body: ShareForm, key: string): Promise<Share> {
  return call('POST', `${ROOT}/shares`, { body, key })
}

export function revokeShare(id: string, key: string): Promise<Share> {
  return call('DELETE', share(id), { key })
}

export function listLooks(id: string, cursor?: string): Promise<Page<Look>> {
  return call('GET', `${share(id)}/looks`, { query: { cursor } })
}

/** What a code shows to whoever holds it; needs no sign-in, and is counted. */
export function openShared(code: string): Promise<SharedHistory> {
  return call('POST', `${ROOT}/shared-histories`, { body: { code }, open: true })
}
