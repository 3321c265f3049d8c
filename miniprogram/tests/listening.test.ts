import { afterEach, describe, expect, it, vi } from 'vitest'

vi.mock('@/platform/host', () => ({ inBrowser: true, inWeChat: false, inAlipay: false, host: 'h5' }))

const { canListen, listen, stopListening } = await import('@/platform/listening')

/** A browser's recognizer that hears what the test says. */
class Ear {
  static last: Ear | null = null
  lang = ''
  onresult: ((heard: unknown) => void) | null = null
  onend: (() => void) | null = null
  start = vi.fn(() => (Ear.last = this))
  stop = vi.fn(() => this.onend?.())
}

afterEach(() => void vi.unstubAllGlobals())

describe('speaking a question', () => {
  it('is not offered where the browser hears nothing', () => {
    expect(canListen()).toBe(false)
    const heard = vi.fn()
    listen(heard)
    expect(heard).toHaveBeenCalledWith('')
  })

  it('gives one sentence, once, in Chinese', () => {
    vi.stubGlobal('webkitSpeechRecognition', Ear)
    const heard = vi.fn()
    listen(heard)
    expect(Ear.last?.lang).toBe('zh-CN')
    Ear.last?.onresult?.({ results: [[{ transcript: '老板拖欠' }], [{ transcript: '工资 ' }]] })
    stopListening()
    stopListening()
    expect(heard.mock.calls).toEqual([['老板拖欠工资']])
  })

  it('says nothing where nothing was heard', () => {
    vi.stubGlobal('SpeechRecognition', Ear)
    const heard = vi.fn()
    listen(heard)
    Ear.last?.onend?.()
    expect(heard.mock.calls).toEqual([['']])
  })
})
