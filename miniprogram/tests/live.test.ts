import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest'
import './host'

/** A socket that a test opens, speaks through and breaks. */
class Wire {
  static all: Wire[] = []
  opened: () => void = vi.fn()
  said: (message: { data: string }) => void = vi.fn()
  closed: () => void = vi.fn()
  send = vi.fn()
  close = vi.fn()
  constructor(readonly url: string) {
    Wire.all.push(this)
  }
  onOpen(act: () => void): void {
    this.opened = act
  }
  onMessage(act: (message: { data: string }) => void): void {
    this.said = act
  }
  onClose(act: () => void): void {
    this.closed = act
  }
  onError(): void {
    // A broken wire is told as a closed one too.
  }
}

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined)
const wire = (place = 0): Wire => Wire.all[place] as Wire

interface Connected {
  live: { listen: (topic: string, heard: () => void) => () => void }
  heard: Mock
  stop: () => void
  address: Mock
}

async function connected(address: Mock = vi.fn(() => Promise.resolve(`ws://x/live?ticket=${Wire.all.length}`))): Promise<Connected> {
  const { Live } = await import('@/platform/live')
  const live = new Live(address)
  const heard = vi.fn()
  const stop = live.listen('conversation:c1', heard)
  await settle()
  return { live, heard, stop, address }
}

beforeEach(() => {
  vi.useFakeTimers()
  Wire.all = []
  Object.assign(uni, { connectSocket: ({ url }: { url: string }) => new Wire(url) })
})
afterEach(() => void vi.useRealTimers())

test('who listens hears of their own topic only, and asks first when the connection stands', async () => {
  const { heard } = await connected()
  wire().opened()
  wire().said({ data: '{"topic":"conversation:c1","number":12}' })
  wire().said({ data: '{"topic":"conversation:c2","number":3}' })
  wire().said({ data: 'not json' })
  expect(heard.mock.calls).toEqual([[null], [12]])
})

test('a broken connection comes again with a new ticket, after growing pauses', async () => {
  const { heard, address } = await connected()
  wire().opened()
  wire().closed()
  await vi.advanceTimersByTimeAsync(1000)
  expect(address).toHaveBeenCalledTimes(2)
  wire(1).closed()
  await vi.advanceTimersByTimeAsync(900)
  expect(Wire.all).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1100)
  wire(2).opened()
  expect(heard).toHaveBeenCalledTimes(2)
  expect(new Set(Wire.all.map((one) => one.url)).size).toBe(3)
})

test('where no ticket comes it is tried again', async () => {
  const address = vi.fn(() => Promise.reject(new Error('lost')))
  await connected(address)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(address.mock.calls.length).toBeGreaterThan(3)
  expect(Wire.all).toHaveLength(0)
})

test('the last one who stops listening ends the connection, and nothing comes again', async () => {
  const { live, stop } = await connected()
  const other = live.listen('queue:d1', vi.fn())
  await settle()
  expect(Wire.all).toHaveLength(1)
  stop()
  expect(wire().close).not.toHaveBeenCalled()
  other()
  expect(wire().close).toHaveBeenCalled()
  wire().closed()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Wire.all).toHaveLength(1)
})

test('a connection that says nothing is kept awake', async () => {
  await connected()
  wire().opened()
  await vi.advanceTimersByTimeAsync(9 * 60_000)
  expect(wire().send).toHaveBeenCalledTimes(2)
})
