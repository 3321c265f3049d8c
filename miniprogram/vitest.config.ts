import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const hostElements = ['view', 'text', 'image', 'scroll-view', 'picker', 'swiper', 'swiper-item']

export default defineConfig({
  plugins: [
    vue({
      template: {
        compilerOptions: { isCustomElement: (tag) => hostElements.includes(tag) || tag.startsWith('wd-') },
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { 'process.env.UNI_PLATFORM': '"mp-weixin"' },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/host.ts'],
    sequence: { shuffle: true },
    // Whole pages are made and drawn: on a busy machine that takes longer than vitest's five seconds.
    testTimeout: 30_000,
  },
})
