import type { ComponentPublicInstance } from 'vue'

export interface Share {
  x: number
  y: number
}

interface Tapped {
  changedTouches?: ArrayLike<{ clientX: number; clientY: number }>
}

const share = (part: number, whole: number): number => Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 1000

/** Where a tap landed inside a box, from 0 to 1, from the upper left corner; null when the host doesn't tell. */
export function placeOfTap(event: unknown, id: string, owner: ComponentPublicInstance): Promise<Share | null> {
  const touch = (event as Tapped).changedTouches?.[0]
  if (!touch) return Promise.resolve(null)
  return new Promise((resolve) => {
    uni
      .createSelectorQuery()
      .in(owner)
      .select('#' + id)
      .boundingClientRect((found) => {
        const box = found as UniApp.NodeInfo | null
        if (!box?.width || !box.height) return resolve(null)
        resolve({ x: share(touch.clientX - (box.left ?? 0), box.width), y: share(touch.clientY - (box.top ?? 0), box.height) })
      })
      .exec()
  })
}
