import { inBrowser } from './host'

/** Mini-programs sign in with the host's one-time code; a browser has none and uses a code by text message. */
export const hostCanSignIn = !inBrowser

export function hostLoginCode(): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.login({ success: (answer) => resolve(answer.code), fail: () => reject(new Error('login')) })
  })
}
