import { inBrowser } from './host'

/** What the socket says: this topic has come to that number. What it says more is asked for over HTTP. */
interface Moved {
  topic: string
  number: number
}

/** Gets the number; null when a new connection stands, before which anything may have moved. */
export type Heard = (number: number | null) => void

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
/** The gateway ends what says nothing for ten minutes. */
const WORD_EVERY_MS = 4 * 60_000

/**
 * One connection for all pages that listen, while there is one. It comes again by itself, each time with a new ticket and after
 * a longer pause; a page that polls beside it misses nothing meanwhile.
 */
export class Live {
  private readonly heard = new Map<string, Set<Heard>>()
  private task: UniApp.SocketTask | null = null
  private pause = FIRST_PAUSE_MS
  private waiting: ReturnType<typeof setTimeout> | null = null
  private talking: ReturnType<typeof setInterval> | null = null
  private opening = false

  /** `address` brings where to connect, good for one connection. */
  constructor(private readonly address: () => Promise<string>) {}

  /** Hears of a topic until the function that comes back is called. */
  listen(topic: string, heard: Heard): () => void {
    const those = this.heard.get(topic) ?? new Set()
    this.heard.set(topic, those.add(heard))
    void this.connect()
    return () => {
      those.delete(heard)
      if (those.size === 0) this.heard.delete(topic)
      if (this.heard.size === 0) this.leave()
    }
  }

  private async connect(): Promise<void> {
    if (this.task || this.opening || this.waiting || this.heard.size === 0) return
    this.opening = true
    const url = reachable(await this.address().catch(() => ''))
    this.opening = false
    // Whoever listened may be gone by now.
    if (this.heard.size === 0) return
    if (!url) return this.again()
    // Without a callback the host gives a promise in place of the task.
    const task = uni.connectSocket({ url, complete: () => undefined }) as unknown as UniApp.SocketTask
    this.task = task
    task.onOpen(() => this.opened(task))
    task.onMessage((message) => this.take(String(message.data)))
    task.onClose(() => this.lost(task))
    task.onError(() => this.lost(task))
  }

  private opened(task: UniApp.SocketTask): void {
    if (this.task !== task) return
    this.pause = FIRST_PAUSE_MS
    this.talking = setInterval(() => task.send({ data: '{}', fail: () => undefined }), WORD_EVERY_MS)
    this.heard.forEach((those) => those.forEach((heard) => heard(null)))
  }

  private take(text: string): void {
    const moved = read(text)
    if (moved) this.heard.get(moved.topic)?.forEach((heard) => heard(moved.number))
  }

  private lost(task: UniApp.SocketTask): void {
    if (this.task !== task) return
    this.quiet()
    this.again()
  }

  private again(): void {
    this.waiting = setTimeout(() => {
      this.waiting = null
      void this.connect()
    }, this.pause * (0.5 + Math.random() / 2))
    this.pause = Math.min(LONGEST_PAUSE_MS, this.pause * 2)
  }

  private leave(): void {
    if (this.waiting) clearTimeout(this.waiting)
    this.waiting = null
    this.pause = FIRST_PAUSE_MS
    const task = this.task
    this.quiet()
    task?.close({ fail: () => undefined })
  }

  private quiet(): void {
    if (this.talking) clearInterval(this.talking)
    this.talking = null
    this.task = null
  }
}

/** A browser may connect to where the page came from, by whatever name that was reached; the socket is there too. */
function reachable(address: string): string {
  return inBrowser && address ? address.replace(/^wss?:\/\/[^/]+/, location.origin.replace('http', 'ws')) : address
}

function read(text: string): Moved | null {
  try {
    const said = JSON.parse(text) as Partial<Moved>
    return typeof said.topic === 'string' && typeof said.number === 'number' ? { topic: said.topic, number: said.number } : null
  } catch {
    return null
  }
}
