import { expect, it } from 'vitest'
import { randomUuid } from './random-uuid'

it('is a UUID of version 4, another one each time', () => {
  const made = Array.from({ length: 200 }, randomUuid)
  for (const id of made)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(new Set(made).size).toBe(made.length)
})
