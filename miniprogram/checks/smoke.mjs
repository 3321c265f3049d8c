/** Runs the compiled WeChat package under a stand-in `wx`: the app launches, every page and component registers, and pages can be opened. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import vm from 'node:vm'

const root = resolve(process.argv[2] ?? 'dist/build/mp-weixin')
const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'))
const registered = { apps: 0, pages: new Set(), components: 0 }
const faults = []
const loaded = new Map()
let current = ''
const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const SYSTEM = { platform: 'devtools', SDKVersion: '3.8.0', system: 'iOS 17', language: 'zh_CN', windowWidth: 375, windowHeight: 667, screenWidth: 375, pixelRatio: 2, statusBarHeight: 20, safeArea: {}, host: {} }
const KNOWN = {
  request: ({ success }) => void setTimeout(() => success?.({ statusCode: 200, data: { items: [], next_cursor: null } })),
  login: ({ success }) => void setTimeout(() => success?.({ code: 'code' })),
  getStorageSync: () => '',
  getStorageInfoSync: () => ({ keys: [], currentSize: 0, limitSize: 10240 }),
  canIUse: () => true,
  getLaunchOptionsSync: () => ({ path: '', query: {} }),
  getEnterOptionsSync: () => ({ path: '', query: {} }),
  getAccountInfoSync: () => ({ miniProgram: {} }),
  getMenuButtonBoundingClientRect: () => ({}),
  env: {},
}
for (const name of ['getSystemInfoSync', 'getAppBaseInfo', 'getDeviceInfo', 'getWindowInfo', 'getSystemSetting', 'getAppAuthorizeSetting']) {
  KNOWN[name] = () => SYSTEM
}
const nothing = () => undefined
// The framework copies what `wx` has: everything that the sources ask for must be there.
for (const file of walk(resolve('src')).filter((path) => /\.(vue|ts)$/.test(path))) {
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/\buni\s*\.(\w+)\(/g)) KNOWN[name] ??= nothing
}
const wx = KNOWN

const host = {
  wx,
  // The framework catches what a page throws and prints it.
  console: { ...console, error: (...words) => faults.push(`${current || 'app'}: ${words.join(' ')}`), log: nothing, warn: nothing },
  setTimeout, clearTimeout, setInterval, clearInterval, Promise, Math, Date, JSON,
  App: (options) => {
    registered.apps += 1
    host.launched = options
  },
  Page: () => registered.pages.add(current),
  Component: () => {
    registered.components += 1
    registered.pages.add(current)
  },
  Behavior: (options) => options,
  getApp: () => ({ globalData: {}, $vm: host.launched?.$vm }),
  getCurrentPages: () => [],
  __wxConfig: {},
  __wxRoute: '',
}
host.global = host.globalThis = host
const context = vm.createContext(host)

function load(file) {
  const path = file.endsWith('.js') ? file : `${file}.js`
  if (!loaded.has(path)) {
    const module = { exports: {} }
    loaded.set(path, module)
    const wrapped = vm.runInContext(`(function (require, module, exports) {${readFileSync(path, 'utf8')}\n})`, context, { filename: path })
    wrapped((name) => load(resolve(path, '..', name)), module, module.exports)
  }
  return loaded.get(path).exports
}

function run(file) {
  current = relative(root, file)
  try {
    load(file)
  } catch (error) {
    faults.push(`${current}: ${error.message}`)
  }
}

run(join(root, 'app'))
try {
  host.launched?.onLaunch?.({ path: '', query: {} })
  host.launched?.onShow?.({ path: '', query: {} })
} catch (error) {
  faults.push(`app does not launch: ${error.message}`)
}
const pages = [...app.pages, ...(app.subPackages ?? []).flatMap((pack) => pack.pages.map((page) => `${pack.root}/${page}`))]
pages.forEach((page) => run(join(root, page)))
for (const page of pages) if (!registered.pages.has(page)) faults.push(`page did not register: ${page}`)
if (registered.apps !== 1) faults.push(`the app registered ${registered.apps} times`)

console.log(`smoke: app launched, ${pages.length} pages and ${registered.components} components registered`)
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
