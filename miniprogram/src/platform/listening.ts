import { inBrowser } from './host'

export const NO_LISTENING = '这里不能直接语音输入。请点输入框，用输入法上的话筒说话。'
export const HEARD_NOTHING = '没有听清。请再说一次，或者打字。'

interface Heard {
  results: ArrayLike<ArrayLike<{ transcript: string }>>
}

interface Recognizer {
  lang: string
  onresult: ((heard: Heard) => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
}

type Maker = new () => Recognizer

/** Browsers that hear speech name it so; the mini-program hosts have nothing of the kind without a plugin of a third party. */
function maker(): Maker | undefined {
  const host = globalThis as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
  return inBrowser ? (host.SpeechRecognition ?? host.webkitSpeechRecognition) : undefined
}

export function canListen(): boolean {
  return maker() !== undefined
}

let listening: Recognizer | null = null

/** Writes down one sentence; `onText` gets what was heard, empty for nothing, and comes exactly once. */
export function listen(onText: (text: string) => void): void {
  stopListening()
  const Made = maker()
  if (!Made) return onText('')
  const recognizer = new Made()
  let heard = ''
  recognizer.lang = 'zh-CN'
  recognizer.onresult = (event) => {
    heard = Array.from(event.results, (result) => result[0]?.transcript ?? '').join('')
  }
  recognizer.onend = () => {
    listening = null
    onText(heard.trim())
  }
  listening = recognizer
  recognizer.start()
}

export function stopListening(): void {
  listening?.stop()
}
