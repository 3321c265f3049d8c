import { createSSRApp } from 'vue'
import App from './App.vue'
import { enterByLink } from '@/platform/entry'

enterByLink()

export function createApp() {
  return { app: createSSRApp(App) }
}
