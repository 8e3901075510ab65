import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toasts } from '@/ui/toasts'
import { openLostScreen } from './lost-screen'

function environment(answers: boolean) {
  const kept = new Map<string, string>()
  return {
    reachable: () => Promise.resolve(answers),
    open: vi.fn(),
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  }
}

beforeEach(() => void toasts.splice(0))

describe('a screen whose code is gone', () => {
  it('is opened as a fresh page, which knows the new code', async () => {
    const updated = environment(true)
    await openLostScreen('/wallet', 'gone', updated)
    expect(updated.open).toHaveBeenCalledExactlyOnceWith('/wallet')
    expect(toasts).toEqual([])
  })

  it('is told of when a fresh page does not help, without turning in a circle', async () => {
    const broken = environment(true)
    await openLostScreen('/wallet', 'gone', broken)
    await openLostScreen('/wallet', 'gone', broken)
    expect(broken.open).toHaveBeenCalledOnce()
    expect(toasts.map(({ text }) => text)).toEqual(['gone'])
  })

  it('keeps the page in use while nobody answers', async () => {
    const away = environment(false)
    await openLostScreen('/wallet', 'gone', away)
    expect(away.open).not.toHaveBeenCalled()
    expect(toasts.map(({ text }) => text)).toEqual(['gone'])
  })
})
