/** What a browser loads before the first page shows, gzipped, against its budget. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 250
const root = process.argv[2] ?? 'dist/build/h5'
const zipped = (file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length

const page = readFileSync(join(root, 'index.html'), 'utf8')
const first = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file))
// The home page's own chunks come with the first load: follow the static imports from the entry and from the home page.
const home = readdirSync(join(root, 'assets')).filter((file) => /^pages-home-index\./.test(file)).map((file) => `assets/${file}`)
const queue = [...first, ...home]
for (const file of queue) {
  first.add(file)
  if (!file.endsWith('.js')) continue
  for (const [, name] of readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.(?:js|css))"/g)) {
    if (!first.has(`assets/${name}`)) {
      first.add(`assets/${name}`)
      queue.push(`assets/${name}`)
    }
  }
}
const sizes = ['index.html', ...first].map((file) => [file, zipped(file)])
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024
for (const [file, bytes] of sizes) console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`)
console.log(`${total.toFixed(1).padStart(7)} KB  first load (gzip), budget ${BUDGET_KB} KB`)
process.exit(total > BUDGET_KB ? 1 : 0)
