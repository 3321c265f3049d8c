import type { AnswerGiven, AnswerOption } from '@/services/types'
import { longDate } from './dates'

/** The law or notice that an answer rests on. */
export function sourceWords(given: AnswerGiven): string {
  const named = given.source.startsWith('《') ? given.source : `《${given.source}》`
  return `${named}${given.clause}`
}

/** Where an answer holds and until when. */
export function reachWords(given: AnswerGiven): string {
  return [`${given.region_name}适用`, given.valid_until ? `有效期到${longDate(given.valid_until)}` : ''].filter(Boolean).join('，')
}

/** Words that were read as others, told to whoever wrote them. */
export function swapWords(given: AnswerGiven): string {
  return given.swaps.map((one) => `“${one.said}”按“${one.read_as}”找`).join('，')
}

/** Where an option holds, and what its answer has besides words. */
export function optionNote(option: AnswerOption): string {
  return [option.region_name, option.media_words].filter(Boolean).join('，')
}

/** What is read aloud of an answer. */
export function spokenAnswer(given: AnswerGiven): string[] {
  return [given.question, given.answer, given.media_words, `依据${sourceWords(given)}。`].filter(Boolean)
}
