import { readFileSync } from 'node:fs'
import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig, type Plugin } from 'vite'

const platform = process.env.UNI_PLATFORM
const inBrowser = platform === 'h5'

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

export default defineConfig({
  plugins: [uni(), noRemoteAssets(), emptyHostTabBar()],
  css: {
    preprocessorOptions: {
      scss: {
        silenceDeprecations: ['legacy-js-api', 'import', 'global-builtin', 'color-functions', 'if-function'],
      } as Record<string, unknown>,
    },
  },
})
