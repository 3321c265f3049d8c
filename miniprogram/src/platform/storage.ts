/** What the phone keeps, as JSON under one prefix. A full or forbidden storage never breaks a page. */
const PREFIX = 'mashangban:'

export function readStored<T>(name: string): T | null {
  try {
    const text: unknown = uni.getStorageSync(PREFIX + name)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** True when the value is on the phone: callers may only say "已保存" after that. */
export function writeStored(name: string, value: unknown): boolean {
  try {
    uni.setStorageSync(PREFIX + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function removeStored(name: string): void {
  try {
    uni.removeStorageSync(PREFIX + name)
  } catch {
    // A storage that refuses to forget only costs space; drafts carry an age and are dropped on reading.
  }
}

export function storedNames(prefix: string): string[] {
  const { keys } = uni.getStorageInfoSync()
  return keys.filter((key) => key.startsWith(PREFIX + prefix)).map((key) => key.slice(PREFIX.length))
}
