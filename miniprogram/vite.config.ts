import { readFileSync } from 'node:fs'
import uni from '@dcloudio/vite-plugin-uni'
import { ElementTypes, NodeTypes, type AttributeNode, type DirectiveNode, type NodeTransform } from '@vue/compiler-core'
import type { GetModuleInfo, ManualChunkMeta } from 'rollup'
import { defineConfig, type Plugin } from 'vite'

const platform = process.env.UNI_PLATFORM
const inBrowser = platform === 'h5'
const MANY_PAGES = 30
const OURS = /(miniprogram\/src|wot-design-uni)\//

/** Nothing the app loads may come from a third-party host: the component library's icon font and the framework's shadow pictures do. */
function noRemoteAssets(): Plugin {
  const font = readFileSync('node_modules/wot-design-uni/components/wd-icon/wd-icons.ttf')
  const localFont = `src:url(data:font/ttf;base64,${font.toString('base64')}) format("truetype")`
  const clean = (css: string): string =>
    css
      .replace(/src:\s*url\(['"]?https:\/\/at\.alicdn\.com[^;}]*/g, inBrowser ? '' : localFont)
      .replace(/url\(['"]?https:\/\/cdn2?\.dcloud\.net\.cn\/[^)]*\)/g, 'none')
  return {
    name: 'no-remote-assets',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && /\.(css|wxss|acss)$/.test(file.fileName)) {
          file.source = clean(String(file.source))
        } else if (file.type === 'chunk') {
          file.code = file.code.replace(/https:\/\/cdn2?\.dcloud\.net\.cn\/img\/shadow-\w+\.png/g, 'data:,')
        }
      }
    },
  }
}

/** The pages draw their own tab bar (large labels in elder mode); the hosts still ask for a component of this name. */
function emptyHostTabBar(): Plugin {
  const folder = platform === 'mp-alipay' ? 'customize-tab-bar' : 'custom-tab-bar'
  const template = platform === 'mp-alipay' ? 'axml' : 'wxml'
  return {
    name: 'empty-host-tab-bar',
    generateBundle() {
      if (inBrowser) return
      this.emitFile({ type: 'asset', fileName: `${folder}/index.js`, source: 'Component({})' })
      this.emitFile({ type: 'asset', fileName: `${folder}/index.json`, source: '{"component":true}' })
      this.emitFile({ type: 'asset', fileName: `${folder}/index.${template}`, source: '<view></view>' })
    },
  }
}

/**
 * What many pages share comes as one file with the app itself: on a slow network each further file costs a page a round
 * trip. The framework lies apart, so that it stays in the cache while the app changes.
 */
function chunkOf(id: string, { getModuleInfo }: ManualChunkMeta): string | undefined {
  if (/node_modules\/(@vue|vue|@dcloudio)\//.test(id) || id.includes('plugin-vue:export-helper')) return 'framework'
  return OURS.test(id) && pagesWith(id, getModuleInfo).size >= MANY_PAGES ? 'shared' : undefined
}

/** The pages that load a module, directly or through others. */
function pagesWith(id: string, getModuleInfo: GetModuleInfo, seen = new Set<string>()): Set<string> {
  const pages = new Set<string>()
  for (const importer of getModuleInfo(id)?.importers ?? []) {
    if (seen.has(importer)) continue
    seen.add(importer)
    if (/\/pages\/[\w-]+\/index\.vue$/.test(importer)) pages.add(importer)
    else for (const page of pagesWith(importer, getModuleInfo, seen)) pages.add(page)
  }
  return pages
}

/**
 * In a browser a view that shows no press is a plain element: as a component of the framework each costs a slow phone
 * about a millisecond, and a page has a hundred.
 */
const plainViews: NodeTransform = (node) => {
  if (node.type !== NodeTypes.ELEMENT || node.tag !== 'view' || node.props.some(showsPress)) return
  Object.assign(node, { tag: 'uni-view', tagType: ElementTypes.ELEMENT })
}

function showsPress(one: AttributeNode | DirectiveNode): boolean {
  return (one.type === NodeTypes.ATTRIBUTE ? one.name : (one.rawName ?? '')).includes('hover-')
}

const browserViews = { vueOptions: { template: { compilerOptions: { nodeTransforms: [plainViews] } } } }

export default defineConfig({
  plugins: [uni(inBrowser ? browserViews : {}), noRemoteAssets(), emptyHostTabBar()],
  build: inBrowser ? { rollupOptions: { output: { manualChunks: chunkOf } } } : undefined,
  css: {
    preprocessorOptions: {
      scss: {
        silenceDeprecations: ['legacy-js-api', 'import', 'global-builtin', 'color-functions', 'if-function'],
      } as Record<string, unknown>,
    },
  },
})
