import { call } from './client'
import type { AnswerGiven, AnswerOption, AnswerReply, AnswerThanks } from './types'

const ROOT = '/v1/answers'
const question = (id: string): string => `${ROOT}/questions/${encodeURIComponent(id)}`

/** An answer, three to choose from, or whom to ask; whoever is signed in hears when the answer stands no longer. */
export function askQuestion(text: string, region: string): Promise<AnswerReply> {
  return call('POST', `${ROOT}/questions`, { body: { text, region } })
}

/** Known questions that say what was typed so far. */
export function suggestQuestions(text: string, region: string): Promise<{ items: AnswerOption[] }> {
  return call('GET', `${ROOT}/suggestions`, { query: { text, region }, open: true })
}

export function chooseAnswer(id: string, pairId: string): Promise<AnswerGiven> {
  return call('POST', `${question(id)}/choice`, { body: { pair_id: pairId } })
}

/** An answer that an agent sent, as it is now; its addresses of pictures and films are fresh. */
export function readAnswer(pairId: string): Promise<AnswerGiven> {
  return call('GET', `${ROOT}/given/${encodeURIComponent(pairId)}`, { open: true })
}

export function judgeAnswer(id: string, helpful: boolean): Promise<AnswerThanks> {
  return call('POST', `${question(id)}/verdict`, { body: { helpful }, open: true })
}
