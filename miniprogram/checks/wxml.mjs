/** Checks the compiled WeChat package without WeChat's tools: every template parses, every file that is named exists, nothing loads from outside. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler')

const MAIN_LIMIT = 1024 * 1024
const PACKAGE_LIMIT = 2 * 1024 * 1024
const root = resolve(process.argv[2] ?? 'dist/build/mp-weixin')
const faults = []

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const files = walk(root)
const name = (file) => relative(root, file)
const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'))

checkTemplates()
files.filter((file) => file.endsWith('.json')).forEach(checkComponents)
files.filter((file) => /\.(wxml|wxss|js)$/.test(file)).forEach(checkAddresses)
checkPages()
checkSizes()

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

function checkTemplates() {
  const group = new TmplGroup()
  const templates = files.filter((file) => file.endsWith('.wxml'))
  for (const file of templates) {
    const remarks = group.addTmpl(name(file).replace(/\.wxml$/, ''), readFileSync(file, 'utf8')) ?? []
    for (const remark of remarks) {
      if (/^(Error|Fatal)$/i.test(String(remark.level))) faults.push(`${name(file)}: ${remark.message}`)
    }
  }
  console.log(`templates: ${templates.length} parsed`)
}

function checkComponents(file) {
  const used = JSON.parse(readFileSync(file, 'utf8')).usingComponents ?? {}
  for (const [tag, path] of Object.entries(used)) {
    const target = path.startsWith('/') ? join(root, path) : resolve(dirname(file), path)
    if (!existsSync(`${target}.json`)) faults.push(`${name(file)}: component ${tag} is missing (${path})`)
  }
}

/** Addresses that a page would load; names of XML namespaces and links to specifications in code are not loaded. */
function checkAddresses(file) {
  const loads = file.endsWith('.js') ? /(?:src|url)\s*[:=(]\s*["'`](https?:\/\/[^"'`)]+)/g : /(https?:\/\/[\w./-]+)/g
  for (const [, address] of readFileSync(file, 'utf8').matchAll(loads)) {
    if (!address.startsWith('http://www.w3.org/')) faults.push(`${name(file)}: loads from outside: ${address}`)
  }
}

function checkPages() {
  const inPackages = (app.subPackages ?? []).flatMap((pack) => pack.pages.map((page) => `${pack.root}/${page}`))
  for (const page of [...app.pages, ...inPackages]) {
    for (const ending of ['.js', '.json', '.wxml']) {
      if (!existsSync(join(root, page + ending))) faults.push(`page file is missing: ${page}${ending}`)
    }
  }
  for (const tab of app.tabBar?.list ?? []) {
    if (!app.pages.includes(tab.pagePath)) faults.push(`tab without a page in the main package: ${tab.pagePath}`)
  }
  console.log(`pages: ${app.pages.length} in the main package, ${inPackages.length} in packages`)
}

function checkSizes() {
  const roots = (app.subPackages ?? []).map((pack) => pack.root)
  const owner = (file) => roots.find((prefix) => name(file).startsWith(`${prefix}/`)) ?? 'main'
  const sizes = {}
  for (const file of files) sizes[owner(file)] = (sizes[owner(file)] ?? 0) + statSync(file).size
  for (const [pack, bytes] of Object.entries(sizes)) {
    const limit = pack === 'main' ? MAIN_LIMIT : PACKAGE_LIMIT
    console.log(`package ${pack}: ${Math.round(bytes / 1024)} KB of ${limit / 1024} KB`)
    if (bytes > limit) faults.push(`package ${pack} is over its limit`)
  }
}
