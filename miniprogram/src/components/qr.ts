import { encode } from 'uqr'

/** A QR code drawn on the phone itself, level M with the four quiet modules that scanners need. */
export function qrPicture(text: string): string {
  const code = encode(text, { ecc: 'M', border: 4 })
  const squares = code.data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${code.size} ${code.size}' shape-rendering='crispEdges'>` +
    `<path fill='#fff' d='M0 0h${code.size}v${code.size}H0z'/><path d='${squares.join('')}'/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
