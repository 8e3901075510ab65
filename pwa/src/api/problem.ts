/** One field that the server refused. */
export interface Violation {
  field: string
  message: string
}

/**
 * An answer that is no success, as RFC 9457 problem details say it. `status` is 0 when no answer came.
 */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly violations: readonly Violation[] = [],
    /** Seconds the server asked to wait, when it did. */
    readonly retryAfter?: number,
    options?: ErrorOptions,
  ) {
    super(`${status} ${code}`, options)
  }

  /** Whether asking the same again may succeed: nothing was decided yet. */
  get undecided(): boolean {
    return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Reads a problem document; anything else becomes a problem named after its status. */
export function toProblem(response: Response, body: unknown): Problem {
  const record = isRecord(body) ? body : {}
  const violations = Array.isArray(record.violations)
    ? record.violations.filter(isRecord).map((violation) => ({
        field: text(violation.field),
        message: text(violation.message),
      }))
    : []
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return new Problem(
    response.status,
    typeof record.code === 'string' ? record.code : `HTTP_${response.status}`,
    violations,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  )
}

/** Makes a problem out of whatever was thrown: a network failure has no status. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem(0, 'NO_ANSWER', [], undefined, { cause: error })
}

/**
 * The body of a successful call.
 * @throws Problem for every other answer, and when none came
 */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let result
  try {
    result = await call
  } catch (error) {
    throw asProblem(error)
  }
  if (!result.response.ok) throw toProblem(result.response, result.error)
  return result.data as T
}
