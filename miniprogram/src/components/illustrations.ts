/** Small pictures for empty, broken and finished states, drawn for this app in its own blue. */
const HELMET =
  "<path d='M46 78a34 34 0 0 1 68 0z' fill='#f5b942'/><path d='M72 46h16v32H72z' fill='#e09d1e'/><rect x='38' y='76' width='84' height='10' rx='5' fill='#e09d1e'/>"
const PAPER =
  "<path d='M56 26h38l16 16v52a4 4 0 0 1-4 4H56a4 4 0 0 1-4-4V30a4 4 0 0 1 4-4z' fill='#fff' stroke='#9dbfea' stroke-width='2.5'/><path d='M94 26v16h16' fill='#e3eefb' stroke='#9dbfea' stroke-width='2.5'/>"
const LINES =
  "<path d='M62 54h36M62 64h36M62 74h22' stroke='#c3d8f3' stroke-width='4' stroke-linecap='round'/>"
const GROUND = "<ellipse cx='80' cy='104' rx='52' ry='7' fill='#dfe8f4'/>"

const PICTURES = {
  empty: GROUND + PAPER + LINES + "<circle cx='110' cy='86' r='14' fill='#1a5bb0'/><path d='M110 80v12M104 86h12' stroke='#fff' stroke-width='3' stroke-linecap='round'/>",
  worker:
    GROUND +
    "<path d='M50 102c2-18 14-24 30-24s28 6 30 24z' fill='#1a5bb0'/><path d='M68 80l12 14 12-14' fill='#e9f1fb'/><circle cx='80' cy='62' r='18' fill='#f2cda5'/><path d='M58 58a22 22 0 0 1 44 0z' fill='#f5b942'/><rect x='53' y='55' width='54' height='6' rx='3' fill='#e09d1e'/><path d='M75 36h10v20H75z' fill='#e09d1e'/><path d='M73 70q7 5 14 0' stroke='#8a5a2b' stroke-width='2.5' fill='none' stroke-linecap='round'/>",
  inbox:
    GROUND +
    "<path d='M44 60l36-24 36 24v36a4 4 0 0 1-4 4H48a4 4 0 0 1-4-4z' fill='#c9ddf6'/><path d='M56 44h48v34l-24 14-24-14z' fill='#fff' stroke='#9dbfea' stroke-width='2'/><path d='M64 54h32M64 62h20' stroke='#c3d8f3' stroke-width='4' stroke-linecap='round'/><path d='M44 60l36 26 36-26v36a4 4 0 0 1-4 4H48a4 4 0 0 1-4-4z' fill='#9dbfea'/>",
  offline:
    GROUND +
    "<path d='M56 92a20 20 0 0 1-2-40 28 28 0 0 1 54-2 21 21 0 0 1-2 42z' fill='#dbe7f6' stroke='#9dbfea' stroke-width='2.5'/><path d='M70 62l20 20M90 62L70 82' stroke='#1a5bb0' stroke-width='5' stroke-linecap='round'/>",
  error: GROUND + HELMET + "<circle cx='112' cy='58' r='15' fill='#b3261e'/><path d='M112 50v9M112 65v.3' stroke='#fff' stroke-width='4' stroke-linecap='round'/>",
  done: GROUND + PAPER + LINES + "<circle cx='102' cy='84' r='18' fill='none' stroke='#c8322a' stroke-width='3'/><path d='M102 73l3.2 7 7.6.8-5.7 5.1 1.7 7.5-6.8-3.9-6.8 3.9 1.7-7.5-5.7-5.1 7.6-.8z' fill='#c8322a'/>",
  lock: GROUND + "<rect x='54' y='58' width='52' height='42' rx='8' fill='#1a5bb0'/><path d='M66 58V46a14 14 0 0 1 28 0v12' fill='none' stroke='#9dbfea' stroke-width='7'/><circle cx='80' cy='76' r='6' fill='#fff'/><path d='M80 78v10' stroke='#fff' stroke-width='5' stroke-linecap='round'/>",
} as const

export type PictureName = keyof typeof PICTURES

export function picture(name: PictureName): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 120'>${PICTURES[name]}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
