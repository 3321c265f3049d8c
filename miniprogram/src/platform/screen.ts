import type { RtcServer } from '@/services/types'
import { inBrowser } from './host'

/** Addresses that take longer to find are done without: those of the own network are there at once. */
const GATHERED_MS = 3000

export const canShareScreen = (): boolean => inBrowser && typeof navigator.mediaDevices?.getDisplayMedia === 'function'

/**
 * The picture of a window or screen that its person chose in their browser, straight to one other browser: it passes no server of
 * ours and nothing keeps it.
 */
export class ScreenShare {
  private stream: MediaStream | null = null
  private peer: RTCPeerConnection | null = null

  /** `over` is called when the person ends it in the browser's own bar. */
  constructor(private readonly over: () => void) {}

  /** Asks what to show and gives the offer for the other browser; null when the person chose nothing. */
  async start(servers: RtcServer[]): Promise<string | null> {
    this.stop()
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false }).catch(() => null)
    const [track] = stream?.getVideoTracks() ?? []
    if (!stream || !track) return null
    this.stream = stream
    track.addEventListener('ended', this.over)
    const peer = new RTCPeerConnection({ iceServers: servers.map(asIceServer) })
    this.peer = peer
    plain(peer.addTransceiver(track, { direction: 'sendonly', streams: [stream] }))
    await peer.setLocalDescription()
    await gathered(peer)
    return peer.localDescription?.sdp ?? null
  }

  async accept(answered: string): Promise<void> {
    if (this.peer?.signalingState === 'have-local-offer') await this.peer.setRemoteDescription({ type: 'answer', sdp: `${answered}\r\n` })
  }

  stop(): void {
    this.stream?.getTracks().forEach((track) => track.stop())
    this.peer?.close()
    this.stream = this.peer = null
  }
}

/** A relay takes its name and password; a server without them is asked without. */
export function asIceServer(one: RtcServer): RTCIceServer {
  return one.username ? one : { urls: one.urls }
}

/** VP8 only: every browser has to have it (RFC 7742), and an offer of one codec is short. */
function plain(sender: RTCRtpTransceiver): void {
  const known = RTCRtpReceiver.getCapabilities('video')?.codecs ?? []
  const vp8 = known.filter((one) => one.mimeType === 'video/VP8')
  if (vp8.length > 0) sender.setCodecPreferences(vp8)
}

function gathered(peer: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    if (peer.iceGatheringState === 'complete') return resolve()
    setTimeout(resolve, GATHERED_MS)
    peer.addEventListener('icegatheringstatechange', () => {
      if (peer.iceGatheringState === 'complete') resolve()
    })
  })
}
