/// <reference types="vite/client" />
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}

declare const process: { env: { UNI_PLATFORM: 'h5' | 'mp-weixin' | 'mp-alipay' } }

interface ImportMetaEnv {
  /** Address of the service for the mini-program builds; the browser build speaks to the host it came from. */
  readonly VITE_API_URL?: string
}
