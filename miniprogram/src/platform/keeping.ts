import { newKey } from '@/services/keys'
import { inBrowser } from './host'
import { shrunk } from './shrink'

/**
 * A chosen picture lives only as long as the app. Until it was sent it is kept: in a browser's database, among a
 * mini-program's own files. Where the phone refuses, the picture stays as it is and lives on with the page.
 */
const MARK = 'kept:'
const STORE = 'pictures'

export async function keepPicture(path: string): Promise<string> {
  try {
    return inBrowser ? await keepInBrowser(path) : await keepInHost(path)
  } catch {
    return path
  }
}

export function dropPicture(kept: string): void {
  const folder = ownFolder()
  if (kept.startsWith(MARK)) void within('readwrite', (store) => store.delete(kept)).catch(() => undefined)
  else if (folder && kept.startsWith(folder)) uni.getFileSystemManager().unlink({ filePath: kept, fail: () => undefined })
}

/** The bytes of a chosen or kept picture, in a browser. */
export async function pictureBlob(path: string): Promise<Blob> {
  if (!path.startsWith(MARK)) return shrunk(await (await fetch(path)).blob())
  const found = await within<Blob | undefined>('readonly', (store) => store.get(path))
  if (!found) throw new Error('gone')
  return found
}

/** Where a page shows a chosen or kept picture from. */
export async function pictureAddress(path: string): Promise<string> {
  return path.startsWith(MARK) ? URL.createObjectURL(await pictureBlob(path)) : path
}

async function keepInBrowser(path: string): Promise<string> {
  const kept = MARK + newKey()
  const blob = await pictureBlob(path)
  await within('readwrite', (store) => store.put(blob, kept))
  return kept
}

/** A copy: the temporary file stays where the page shows it. */
function keepInHost(path: string): Promise<string> {
  if (!ownFolder()) return Promise.reject(new Error('no folder'))
  const ending = /\.\w+$/.exec(path)?.[0] ?? '.jpg'
  const kept = `${ownFolder()}/${newKey()}${ending}`
  return new Promise((resolve, reject) => {
    uni.getFileSystemManager().copyFile({ srcPath: path, destPath: kept, success: () => resolve(kept), fail: () => reject(new Error('full')) })
  })
}

/** Where a mini-program may write, empty in a browser; the framework's types don't know it. */
function ownFolder(): string {
  return (uni as unknown as { env?: { USER_DATA_PATH?: string } }).env?.USER_DATA_PATH ?? ''
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open('mashangban', 1)
    asking.onupgradeneeded = () => void asking.result.createObjectStore(STORE)
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(new Error('closed'))
  })
}

async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const asking = ask(database.transaction(STORE, mode).objectStore(STORE))
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(new Error('refused'))
    })
  } finally {
    database.close()
  }
}
