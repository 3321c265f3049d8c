import { inBrowser } from './host'

export const NO_SPEECH =
  '这里暂时不能朗读。可以在手机“设置”里打开“旁白”或“屏幕朗读”，也可以用浏览器打开同一个码，由浏览器读给您听。'

/** A little slower than the usual pace: the listener hears sums and dates for the first time. */
const RATE = 0.9

let current = 0

function chineseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.lang.replace('_', '-').toLowerCase().startsWith('zh'))
}

export function canSpeak(): boolean {
  return inBrowser && typeof speechSynthesis !== 'undefined'
}

/** Reads the passages in order and tells which one is being read; `onEnd` says whether the last one was reached. */
export function speak(passages: string[], onPassage: (index: number) => void, onEnd: (complete: boolean) => void): void {
  stopSpeaking()
  const turn = ++current
  const voice = chineseVoice()
  const say = (index: number): void => {
    const text = passages[index]
    if (turn !== current) return
    if (text === undefined) return onEnd(true)
    onPassage(index)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = 'zh-CN'
    utterance.rate = RATE
    if (voice) utterance.voice = voice
    utterance.onend = () => say(index + 1)
    utterance.onerror = () => {
      if (turn === current) onEnd(false)
    }
    speechSynthesis.speak(utterance)
  }
  say(0)
}

export function stopSpeaking(): void {
  current += 1
  if (canSpeak()) speechSynthesis.cancel()
}
