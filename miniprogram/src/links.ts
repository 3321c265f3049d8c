/**
 * The links that our QR codes carry: `/j/<team code>`, `/j/t/<training>`, `/j/h/<shown history>`, `/j/d/<door>`, `/j/i/<invitation>`,
 * `/j/b/<builder>`, `/j/y/<hall>.<matter>`, `/j/g/<package>`, `/j/s/<a kiosk that wants to be let in>`, `/j/k/<a kiosk's registration code>`, `/a/<attendance code>`, `/verify/<document code>`.
 */
const TEAM_LINK = /(?:^|\/)j\/([A-Za-z0-9_.~-]{4,128})(?:[/?#]|$)/
const VERIFY_LINK = /(?:^|\/)verify\/([A-Za-z0-9_.~-]{4,128})(?:[/?#]|$)/
const TRAINING_LINK = /(?:^|\/)j\/t\/([A-Za-z0-9]{4,128})(?:[/?#]|$)/
const HISTORY_LINK = /(?:^|\/)j\/h\/([A-Za-z0-9]{4,128})(?:[/?#]|$)/
const DOOR_LINK = /(?:^|\/)j\/d\/([A-Za-z0-9]{4,128})(?:[/?#]|$)/
const INVITATION_LINK = /(?:^|\/)j\/i\/([A-Za-z0-9]{4,128})(?:[/?#]|$)/
const BUILDER_LINK = /(?:^|\/)j\/b\/([A-Za-z0-9_-]{1,64})(?:[/?#]|$)/
const BOOKING_LINK = /(?:^|\/)j\/y\/([A-Za-z0-9]{1,40}(?:\.[A-Za-z0-9-]{1,40})?)(?:[/?#]|$)/
const PACKAGE_LINK = /(?:^|\/)j\/g\/([A-Za-z0-9]{1,40})(?:[/?#]|$)/
const LET_IN_LINK = /(?:^|\/)j\/s\/([0-9a-f]{24})(?:[/?#]|$)/
const KIOSK_LINK = /(?:^|\/)j\/k\/([A-Za-z0-9]{4,20})(?:[/?#]|$)/
const ATTENDANCE_LINK = /(?:^|\/)a\/([A-Za-z0-9]{20,80})(?:[/?#]|$)/
const BARE_CODE = /^[A-Za-z0-9_.~-]{4,128}$/

export function codeFromLink(text: string): string | null {
  return TEAM_LINK.exec(text.trim())?.[1] ?? null
}

export function verificationFromLink(text: string): string | null {
  return VERIFY_LINK.exec(text.trim())?.[1] ?? null
}

export function trainingFromLink(text: string): string | null {
  return TRAINING_LINK.exec(text.trim())?.[1] ?? null
}

export function historyFromLink(text: string): string | null {
  return HISTORY_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/d/<code>`: the code on the door of a home. */
export function doorFromLink(text: string): string | null {
  return DOOR_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/i/<code>`: what an owner hands to a tenant, or to the next owner. */
export function invitationFromLink(text: string): string | null {
  return INVITATION_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/b/<builder>`: how a builder keeps its promises, for everybody. */
export function builderFromLink(text: string): string | null {
  return BUILDER_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/y/<hall>.<matter>`: where a matter is booked; the matter may be left out. */
export function bookingFromLink(text: string): string | null {
  return BOOKING_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/g/<package>`: the code of a life-event package. */
export function packageFromLink(text: string): string | null {
  return PACKAGE_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/s/<code>`: a kiosk that its person signs in at by their phone. */
export function letInFromLink(text: string): string | null {
  return LET_IN_LINK.exec(text.trim())?.[1] ?? null
}

/** `/j/k/<code>`: what makes a browser a kiosk. */
export function kioskFromLink(text: string): string | null {
  return KIOSK_LINK.exec(text.trim())?.[1] ?? null
}

/** `/a/<code>`: the code that a foreman shows, another every half minute. */
export function attendanceFromLink(text: string): string | null {
  return ATTENDANCE_LINK.exec(text.trim())?.[1] ?? null
}

/** A code that a person typed by hand from the paper, or a whole link that was pasted. */
export function typedCode(text: string, read: (text: string) => string | null): string | null {
  const found = read(text)
  if (found) return found
  const bare = text.trim()
  return BARE_CODE.test(bare) ? bare : null
}

export function pageAddress(page: string, options: Record<string, string | undefined> = {}): string {
  const query = Object.entries(options)
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return query.length > 0 ? `${page}?${query.join('&')}` : page
}
