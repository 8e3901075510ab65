import { expect, it } from 'vitest'
import { wayBack } from './way-back'

it('leads back into the market and nowhere else', () => {
  expect(wayBack('/deals/1?x=2')).toBe('/deals/1?x=2')
  for (const wish of [
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    ['/a'],
  ])
    expect(wayBack(wish)).toBe('/home')
})
