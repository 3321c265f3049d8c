import type { ComponentPublicInstance } from 'vue'
import { inBrowser } from './host'

export interface Surface {
  pen: CanvasRenderingContext2D
  width: number
  height: number
}

/** The drawing surface of a `<canvas type="2d">`, sharp on the phone's own pixels; measures are in CSS pixels. */
export function openSurface(id: string, owner: ComponentPublicInstance): Promise<Surface> {
  return inBrowser ? openInBrowser(id) : openInHost(id, owner)
}

function openInBrowser(id: string): Promise<Surface> {
  const frame = document.getElementById(id)
  const canvas = frame?.querySelector('canvas')
  if (!frame || !canvas) return Promise.reject(new Error('no canvas'))
  return Promise.resolve(sharpen(canvas, frame.clientWidth, frame.clientHeight, window.devicePixelRatio))
}

interface CanvasNode {
  node: HTMLCanvasElement
  width: number
  height: number
}

function openInHost(id: string, owner: ComponentPublicInstance): Promise<Surface> {
  return new Promise((resolve, reject) => {
    uni
      .createSelectorQuery()
      .in(owner)
      .select('#' + id)
      .fields({ node: true, size: true } as UniApp.NodeField, () => undefined)
      .exec((found: (CanvasNode | null)[]) => {
        const canvas = found[0]
        if (!canvas) return reject(new Error('no canvas'))
        resolve(sharpen(canvas.node, canvas.width, canvas.height, uni.getSystemInfoSync().pixelRatio))
      })
  })
}

function sharpen(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): Surface {
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no drawing context')
  // In a browser the framework scales every drawing call by itself; the scale is ours, or ink would land twice as far.
  Object.assign(pen, { __hidpi__: false })
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  return { pen, width, height }
}

export interface PenActs {
  down: (x: number, y: number, pressure: number) => void
  move: (x: number, y: number, pressure: number) => void
  up: () => void
}

/**
 * A browser's pen, mouse and finger in one; mini-program hosts tell touches through the template instead. The frame listens,
 * not the canvas: the framework lays an empty layer over the canvas.
 */
export function listenPen(id: string, acts: PenActs): () => void {
  const frame = inBrowser ? document.getElementById(id) : null
  if (!frame) return () => undefined
  const ending = new AbortController()
  const options = { signal: ending.signal }
  const at = (event: PointerEvent): [number, number, number] => {
    const box = frame.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top, event.pressure || 0.5]
  }
  let drawing: number | null = null
  frame.style.touchAction = 'none'
  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (drawing !== null) return
      drawing = event.pointerId
      frame.setPointerCapture(event.pointerId)
      acts.down(...at(event))
    },
    options,
  )
  frame.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === drawing) acts.move(...at(event))
    },
    options,
  )
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== drawing) return
    drawing = null
    acts.up()
  }
  frame.addEventListener('pointerup', end, options)
  frame.addEventListener('pointercancel', end, options)
  return () => ending.abort()
}

export function screenSize(): { width: number; height: number } {
  const { windowWidth, windowHeight } = uni.getSystemInfoSync()
  return { width: windowWidth, height: windowHeight }
}
