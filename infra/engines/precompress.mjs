// Lays a .br and a .gz beside each text file of a built site, so that serving it costs no time.
// node precompress.mjs <folder>
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(html|js|mjs|css|json|svg|txt|map|webmanifest|ttf)$/
const SMALLEST = 1024

function textFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? textFiles(path) : TEXT.test(entry.name) ? [path] : []
  })
}

for (const file of textFiles(process.argv[2])) {
  const content = readFileSync(file)
  if (content.length < SMALLEST) continue
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { ...size, [constants.BROTLI_PARAM_QUALITY]: 10 } }))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}
