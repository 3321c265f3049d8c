import type { ComponentPublicInstance } from 'vue'

export interface Share {
  x: number
  y: number
}

/** A box on the screen, in CSS pixels. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

interface Tapped {
  changedTouches?: ArrayLike<{ clientX: number; clientY: number }>
}

const share = (part: number, whole: number): number => Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 1000

/** Where a box stands on the screen, in CSS pixels; null before it is laid out. */
export function boxOf(id: string, owner: ComponentPublicInstance): Promise<Box | null> {
  return new Promise((resolve) => {
    uni
      .createSelectorQuery()
      .in(owner)
      .select('#' + id)
      .boundingClientRect((found) => {
        const box = found as UniApp.NodeInfo | null
        resolve(box?.width && box.height ? { left: box.left ?? 0, top: box.top ?? 0, width: box.width, height: box.height } : null)
      })
      .exec()
  })
}

/** Where a tap landed inside a box, from 0 to 1, from the upper left corner; null when the host doesn't tell. */
export async function placeOfTap(event: unknown, id: string, owner: ComponentPublicInstance): Promise<Share | null> {
  const touch = (event as Tapped).changedTouches?.[0]
  const box = touch ? await boxOf(id, owner) : null
  return touch && box ? shareOf(touch, box) : null
}

function shareOf({ clientX, clientY }: { clientX: number; clientY: number }, box: Box): Share {
  return { x: share(clientX - box.left, box.width), y: share(clientY - box.top, box.height) }
}

/** The same for a finger that moves, in a box measured when it was put down. */
export function placeOfFinger(event: unknown, box: Box): Share | null {
  const touch = (event as Tapped).changedTouches?.[0]
  return touch ? shareOf(touch, box) : null
}
