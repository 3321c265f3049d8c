import { inBrowser } from './host'
import { NetworkLost } from './http'
import { pictureBlob } from './keeping'

export interface Bytes {
  name: string
  type: string
  data: ArrayBuffer
}

const TYPES: Record<string, string> = { png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' }

/** The bytes behind a chosen picture's (or paper's) temporary address, or a kept one's. */
export async function readPicture(path: string): Promise<Bytes> {
  if (inBrowser) {
    const blob = await pictureBlob(path)
    const name = blob.type === TYPES.pdf ? 'paper.pdf' : 'photo.jpg'
    return { name, type: blob.type || 'image/jpeg', data: await blob.arrayBuffer() }
  }
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? 'jpg'
  const data = await new Promise<ArrayBuffer>((resolve, reject) => {
    uni.getFileSystemManager().readFile({
      filePath: path,
      success: (found) => resolve(found.data as ArrayBuffer),
      fail: () => reject(new Error('read')),
    })
  })
  return { name: `photo.${ending}`, type: TYPES[ending] ?? 'image/jpeg', data }
}

/** Puts bytes at an address of the object store, with exactly the headers that its signature covers. */
export function putBytes(url: string, data: ArrayBuffer, header: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    uni.request({
      url,
      method: 'PUT',
      header,
      data,
      success: (answer) => (answer.statusCode >= 200 && answer.statusCode < 300 ? resolve() : reject(new NetworkLost())),
      fail: () => reject(new NetworkLost()),
    })
  })
}
