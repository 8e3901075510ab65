import { expect, it } from 'vitest'
import { langOf } from './lang-of'

it.each([
  ['제주 감귤 10 kg', 'ko'],
  ['LA갈비', 'ko'],
  ['ㅋㅋ', 'ko'],
  ['Oranges, 10 kg', undefined],
  ['', undefined],
  [undefined, undefined],
])('takes %j for %j', (text, language) => {
  expect(langOf(text)).toBe(language)
})
