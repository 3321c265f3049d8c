import { inBrowser } from './host'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Outgoing {
  method: Method
  path: string
  headers: Record<string, string>
  body?: unknown
}

export interface Incoming {
  status: number
  body: unknown
}

/** No answer came: the request may or may not have arrived, so a write must be repeated with the same key. */
export class NetworkLost extends Error {}

const SERVICE_URL = inBrowser ? '' : (import.meta.env.VITE_API_URL ?? '')
const TIMEOUT_MS = 20_000

export function exchange(request: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: SERVICE_URL + request.path,
      method: request.method,
      header: request.headers,
      data: request.body as UniApp.RequestOptions['data'],
      timeout: TIMEOUT_MS,
      success: (answer) => {
        // A browser reports a cut connection as an answer of status 0.
        if (answer.statusCode === 0) reject(new NetworkLost())
        else resolve({ status: answer.statusCode, body: answer.data })
      },
      fail: () => reject(new NetworkLost()),
    })
  })
}

/** Pages and files on the service have an address of their own, for links and QR codes. */
export function serviceAddress(path: string): string {
  return (inBrowser ? location.origin : SERVICE_URL) + path
}
