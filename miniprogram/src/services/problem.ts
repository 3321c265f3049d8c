/** What went wrong, in the shape that every page shows: what happened, what is kept, what to do next (RFC 9457 with `kept` and `next`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly kept: string,
    readonly next: string,
    readonly detail = '',
    readonly fields: Record<string, string> = {},
  ) {
    super(title)
  }

  /** No answer came: a repeat with the same key is safe and needed. */
  get networkLost(): boolean {
    return this.status === 0
  }

  /** The service may do it on a second try without any change by the person. */
  get passing(): boolean {
    return this.networkLost || this.status >= 500 || this.status === 429 || this.code.startsWith('idempotency.in-progress')
  }

  static networkLost(writing: boolean): Problem {
    const kept = writing ? '已保存在手机' : ''
    const next = writing ? '恢复后点“再试一次”' : '请看看手机信号，恢复后点“再试一次”'
    return new Problem(0, 'network.lost', '网络断了', kept, next)
  }

  static unknown(): Problem {
    return new Problem(-1, 'app.unexpected', '这一步没有办成', '您填的内容还在', '请再试一次；还不行，请找劳资专管员')
  }

  static from(status: number, body: unknown): Problem {
    const told = isRecord(body) ? body : {}
    const text = (name: string, other: string): string => (typeof told[name] === 'string' ? told[name] : other)
    const ours = status >= 500 ? '系统暂时忙不过来' : '这一步没有办成'
    return new Problem(
      status,
      text('code', `http.${status}`),
      text('title', ours),
      text('kept', ''),
      text('next', status >= 500 ? '请等一会儿，再点“再试一次”' : '请看看填的内容，再试一次'),
      text('detail', ''),
      fieldMessages(told.errors),
    )
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : Problem.unknown()
}

function fieldMessages(errors: unknown): Record<string, string> {
  if (!Array.isArray(errors)) return {}
  return Object.fromEntries(
    errors.filter(isRecord).map((error) => [String(error.field ?? ''), String(error.message ?? '')]),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
