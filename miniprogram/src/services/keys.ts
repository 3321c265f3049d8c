const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 28

/**
 * A new Idempotency-Key (16 to 64 of [A-Za-z0-9_-]). It must be unlikely to repeat, not secret: mini-program hosts have no
 * synchronous secure source, and the service scopes the key to the person and the act.
 */
export function newKey(): string {
  const time = Date.now().toString(36)
  const draw = (): string => ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length))
  return time + Array.from({ length: LENGTH - time.length }, draw).join('')
}
