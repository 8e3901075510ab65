import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Intention } from './intention'
import { Problem } from './problem'

interface Amount {
  amount: number
}

beforeEach(() => sessionStorage.clear())

describe('an intention', () => {
  it('sends one request for a double click', async () => {
    const act = vi.fn((key: string) => Promise.resolve(key))
    const charge = new Intention<Amount>('charge')
    const [first, second] = await Promise.all([
      charge.run({ amount: 1 }, act),
      charge.run({ amount: 1 }, act),
    ])
    expect(act).toHaveBeenCalledTimes(1)
    expect(first).toBe(second)
  })

  it('keeps its key while nothing is decided, also over a reload', async () => {
    const keys: string[] = []
    const failing = (status: number) => (key: string) => {
      keys.push(key)
      return Promise.reject(new Problem(status, 'X'))
    }
    await expect(new Intention<Amount>('charge').run({ amount: 1 }, failing(0))).rejects.toThrow()
    await expect(new Intention<Amount>('charge').run({ amount: 1 }, failing(503))).rejects.toThrow()
    await expect(new Intention<Amount>('charge').run({ amount: 1 }, failing(503))).rejects.toThrow()
    expect(new Set(keys).size).toBe(1)
  })

  it('is meant anew when it was undone, or much later when its screen was left', async () => {
    const keys: string[] = []
    let now = 0
    const join = new Intention<Amount>('join', sessionStorage, () => now)
    const failing = (key: string) => {
      keys.push(key)
      return Promise.reject(new Problem(0, 'X'))
    }
    await expect(join.run({ amount: 1 }, failing)).rejects.toThrow()
    join.forget()
    await expect(join.run({ amount: 1 }, failing)).rejects.toThrow()
    now = 60 * 60_000
    await expect(join.run({ amount: 1 }, failing)).rejects.toThrow()
    join.leave()
    now += 9 * 60_000
    await expect(join.run({ amount: 1 }, failing)).rejects.toThrow()
    join.leave()
    now += 11 * 60_000
    await expect(join.run({ amount: 1 }, failing)).rejects.toThrow()
    expect(keys[1]).not.toBe(keys[0])
    expect(keys[2]).toBe(keys[1])
    expect(keys[3]).toBe(keys[1])
    expect(keys[4]).not.toBe(keys[1])
  })

  it('is a new one after success, after a refusal and with other contents', async () => {
    const keys: string[] = []
    const charge = new Intention<Amount>('charge')
    const done = (key: string) => {
      keys.push(key)
      return Promise.resolve()
    }
    const failing = (status: number) => (key: string) => {
      keys.push(key)
      return Promise.reject(new Problem(status, 'X'))
    }
    await charge.run({ amount: 1 }, done)
    await charge.run({ amount: 1 }, failing(409)).catch(() => undefined)
    await charge.run({ amount: 1 }, failing(0)).catch(() => undefined)
    await charge.run({ amount: 2 }, done)
    expect(new Set(keys).size).toBe(4)
  })

  it('uses printable keys of at most 64 characters', async () => {
    const key = await new Intention<Amount>('charge').run({ amount: 1 }, (it) =>
      Promise.resolve(it),
    )
    expect(key).toMatch(/^[\x21-\x7e]{1,64}$/)
  })
})
