import { SEOUL_OFFSET } from '@/format/format'

/** An instant as a date-time input shows it, in Seoul's time. */
export function toSeoulTime(instant: number): string {
  return new Date(instant + SEOUL_OFFSET).toISOString().slice(0, 16)
}

/** The instant that a date-time input means; nothing while it is incomplete. */
export function fromSeoulTime(text: string): Date | undefined {
  const instant = new Date(`${text}:00+09:00`)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}
