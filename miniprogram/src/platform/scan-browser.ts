import jsQR from 'jsqr'
import { choosePhotos } from './photo'
import './scan-browser.css'

/** The part of the Barcode Detection API that is used here; not every browser has it, then jsQR reads the picture. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector
  }
}

const LOOK_EVERY_MS = 180
const LONGEST_SIDE = 1280

const SCREEN = `
  <video class="scanner-video" muted playsinline aria-hidden="true"></video>
  <div class="scanner-frame" aria-hidden="true"></div>
  <div class="scanner-panel">
    <h2 class="scanner-title" id="scanner-title" tabindex="-1">把二维码放进框里</h2>
    <p class="scanner-note" role="status"></p>
    <div class="scanner-actions">
      <button type="button" class="scanner-photo">拍照或从相册选</button>
      <button type="button" class="scanner-close">关闭</button>
    </div>
  </div>`

/** A full-screen scanner; without a camera (or over plain http) a photo of the code does as well. */
export function scanInBrowser(): Promise<string | null> {
  return new Promise((resolve) => {
    const returnFocus = document.activeElement as HTMLElement | null
    const screen = document.createElement('div')
    screen.className = 'scanner'
    screen.setAttribute('role', 'dialog')
    screen.setAttribute('aria-modal', 'true')
    screen.setAttribute('aria-labelledby', 'scanner-title')
    screen.innerHTML = SCREEN
    document.body.append(screen)
    document.getElementById('app')?.setAttribute('inert', '')

    const camera = new Camera(part<HTMLVideoElement>(screen, 'video'))
    const note = part(screen, '.scanner-note')
    const finish = (found: string | null): void => {
      camera.stop()
      screen.remove()
      document.getElementById('app')?.removeAttribute('inert')
      returnFocus?.focus()
      resolve(found)
    }
    part(screen, '.scanner-close').onclick = () => finish(null)
    screen.onkeydown = (event) => {
      if (event.key === 'Escape') finish(null)
    }
    part(screen, '.scanner-photo').onclick = () => {
      void readPhoto().then((found) => {
        if (found) finish(found)
        else if (found === '') note.textContent = '这张照片里没看到二维码。请靠近一点、拍清楚，再试一次。'
      })
    }
    part(screen, '#scanner-title').focus()
    void camera.look(finish).catch(() => {
      screen.classList.add('scanner-blind')
      note.textContent = '用不了相机。请点“拍照或从相册选”，也可以关闭后手动输入编号。'
    })
  })
}

function part<T extends HTMLElement = HTMLElement>(screen: HTMLElement, selector: string): T {
  return screen.querySelector(selector) as T
}

/** The code in a chosen photo; an empty string when there is none; null when no photo was chosen. */
async function readPhoto(): Promise<string | null> {
  const [path] = await choosePhotos(1)
  if (!path) return null
  const picture = await createImageBitmap(await (await fetch(path)).blob())
  return (await readPicture(picture, picture.width, picture.height)) ?? ''
}

let detector: Detector | null | undefined

async function readPicture(source: CanvasImageSource, width: number, height: number): Promise<string | null> {
  detector ??= window.BarcodeDetector ? new window.BarcodeDetector({ formats: ['qr_code'] }) : null
  if (detector) {
    const found = await detector.detect(source).catch(() => [])
    if (found[0]) return found[0].rawValue
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return null
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(pixels.data, pixels.width, pixels.height)?.data ?? null
}

class Camera {
  private stream: MediaStream | null = null
  private stopped = false

  constructor(private readonly video: HTMLVideoElement) {}

  /** Shows the camera and looks until a code is seen or the scanner closes; rejects when there is no camera. */
  async look(found: (text: string) => void): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (this.stopped) return release(stream)
    this.stream = stream
    this.video.srcObject = stream
    await this.video.play()
    const glance = async (): Promise<void> => {
      if (this.stopped) return
      const text = await readPicture(this.video, this.video.videoWidth, this.video.videoHeight)
      if (this.stopped) return
      if (text) found(text)
      else setTimeout(() => void glance(), LOOK_EVERY_MS)
    }
    await glance()
  }

  stop(): void {
    this.stopped = true
    if (this.stream) release(this.stream)
  }
}

function release(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop())
}
