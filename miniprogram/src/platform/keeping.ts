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
  if (kept.startsWith(MARK)) void within('readwrite', (store) => store.delete(kept)).catch(() => undefined)
  else if (!inBrowser) uni.removeSavedFile({ filePath: kept, fail: () => undefined })
}

/** The bytes of a chosen or kept picture, in a browser. */
export async function pictureBlob(path: string): Promise<Blob> {
  if (!path.startsWith(MARK)) return shrunk(await (await fetch(path)).blob())
  const found = await within<Blob | undefined>('readonly', (store) => store.get(path))
  if (!found) throw new Error('gone')
  return found
}

async function keepInBrowser(path: string): Promise<string> {
  const kept = MARK + newKey()
  const blob = await pictureBlob(path)
  await within('readwrite', (store) => store.put(blob, kept))
  return kept
}

function keepInHost(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.saveFile({ tempFilePath: path, success: (answer) => resolve(answer.savedFilePath), fail: () => reject(new Error('full')) })
  })
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
