import { reactive } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface Toast {
  id: number
  text: string
  tone: 'good' | 'bad' | 'news'
  /** Where it leads. */
  to?: RouteLocationRaw
  /** What it is about: of one thing the newest word stands. */
  about?: string
}

/** How long a word stays: time to read it twice. */
const STAY = 5000
/** More would cover what they are about. */
const MOST = 2

let made = 0

/** Short words about what just happened, read out by screen readers. */
export const toasts = reactive<Toast[]>([])

export function toast(
  text: string,
  tone: Toast['tone'] = 'good',
  more: Pick<Toast, 'to' | 'about'> = {},
) {
  const id = ++made
  const { about } = more
  const before = about === undefined ? undefined : toasts.find((one) => one.about === about)
  if (before) dismiss(before.id)
  toasts.splice(0, Math.max(0, toasts.length - MOST + 1))
  toasts.push({ id, text, tone, ...more })
  setTimeout(() => dismiss(id), STAY)
}

/** Takes away every word: the screen that opens shows what they were about. */
export function dismissAll() {
  toasts.splice(0)
}

export function dismiss(id: number) {
  const index = toasts.findIndex((known) => known.id === id)
  if (index >= 0) toasts.splice(index, 1)
}
