import { vi, beforeEach } from 'vitest'

/** A mini-program host in memory: storage that survives a "restart", and a network that a test answers by hand. */
export interface Asked {
  url: string
  method: string
  header: Record<string, string>
  data: unknown
}
interface Pending extends Asked {
  success: (answer: { statusCode: number; data: unknown }) => void
  fail: () => void
}

export const storage = new Map<string, string>()
export const asked: Asked[] = []
let answerer: (request: Asked) => { status: number; body: unknown } | 'lost' = () => 'lost'

/** How the service answers from now on; 'lost' means that no answer came. */
export function service(answer: typeof answerer): void {
  answerer = answer
}

export const navigation = { navigateTo: vi.fn(), redirectTo: vi.fn(), switchTab: vi.fn(), navigateBack: vi.fn() }
type Hook = (options?: Record<string, string>) => void
const hooks: Record<string, Hook[]> = {}

/** What the host does to a page: onLoad, onShow, onUnload... */
export function fire(name: string, options?: Record<string, string>): void {
  hooks[name]?.forEach((hook) => hook(options))
}

const uni = {
  ...navigation,
  getStorageSync: (name: string) => storage.get(name) ?? '',
  setStorageSync: (name: string, text: string) => void storage.set(name, text),
  removeStorageSync: (name: string) => void storage.delete(name),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  getSystemInfoSync: () => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 2 }),
  onAppShow: vi.fn(),
  onAppHide: vi.fn(),
  offAppShow: vi.fn(),
  offAppHide: vi.fn(),
  stopPullDownRefresh: vi.fn(),
  showToast: vi.fn(),
  request(request: Pending) {
    asked.push({ url: request.url, method: request.method, header: request.header, data: request.data })
    queueMicrotask(() => {
      const answer = answerer(request)
      if (answer === 'lost') request.fail()
      else request.success({ statusCode: answer.status, data: answer.body })
    })
  },
}

vi.stubGlobal('uni', uni)
vi.stubGlobal('getCurrentPages', () => [{}, {}])
vi.mock('@dcloudio/uni-app', () => {
  const hook = (name: string) => (act: Hook) => {
    hooks[name] = [...(hooks[name] ?? []), act]
  }
  return Object.fromEntries(
    ['onLoad', 'onShow', 'onHide', 'onUnload', 'onPullDownRefresh', 'onReachBottom', 'onPageScroll', 'onLaunch'].map((name) => [
      name,
      hook(name),
    ]),
  )
})

beforeEach(() => {
  // Pages of the last test go, and with them what they still look for.
  fire('onUnload')
  Object.keys(hooks).forEach((name) => Reflect.deleteProperty(hooks, name))
  vi.resetModules()
  storage.clear()
  asked.splice(0)
  service(() => 'lost')
  Object.values(navigation).forEach((act) => act.mockClear())
})

export function remember(name: string, value: unknown): void {
  storage.set(`mashangban:${name}`, JSON.stringify(value))
}

export const ME = {
  person_id: 'p1',
  name_masked: '张*国',
  phone_masked: '138****8000',
  id_number_masked: '3301**********1234',
  real_name: 'verified',
  verified_at: null,
  roles: [],
  preferences: { elder_mode: false, speech: false, high_contrast: false },
}

export function signedIn(): void {
  remember('tokens', { access: 'old', refresh: 'refresh', refreshKey: 'refresh-key-000001' })
  remember('me', ME)
}
