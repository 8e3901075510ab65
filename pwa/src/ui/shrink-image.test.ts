import { expect, it } from 'vitest'
import { fitted } from './shrink-image'

it('fits a picture within the longest side and never enlarges it', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fitted(30_000, 1)).toEqual({ width: 1600, height: 1 })
})
