import { createSSRApp, type App as VueApp } from 'vue'
import App from './App.vue'
import { enterByLink } from '@/platform/entry'

enterByLink()

export function createApp(): { app: VueApp } {
  return { app: createSSRApp(App) }
}
