import { inBrowser } from './host'

/** Reads one QR code. Null: the person closed the scanner. A browser's scanner also offers a photo and typing. */
export function scanCode(): Promise<string | null> {
  if (inBrowser) return import('./scan-browser').then((scanner) => scanner.scanInBrowser())
  return new Promise((resolve) => {
    uni.scanCode({
      scanType: ['qrCode'],
      success: (answer) => resolve(answer.result),
      fail: () => resolve(null),
    })
  })
}
