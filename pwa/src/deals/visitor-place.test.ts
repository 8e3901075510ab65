import { expect, test } from 'vitest'
import { roughly } from './roughly'
import { keepPlace, keptPlace } from './visitor-place'

function storage(kept: string | null = null) {
  return {
    kept,
    getItem() {
      return this.kept
    },
    setItem(_key: string, value: string) {
      this.kept = value
    },
  }
}

test('tells the server no more than the neighbourhood', () => {
  expect(roughly({ latitude: 37.553412, longitude: 126.919987 })).toEqual({
    latitude: 37.555,
    longitude: 126.92,
    label: '서교동',
  })
})

test('remembers what was chosen', () => {
  const device = storage()
  keepPlace({ latitude: 37.555, longitude: 126.92, label: '서교동' }, device)
  expect(keptPlace(device)).toEqual({ latitude: 37.555, longitude: 126.92, label: '서교동' })
})

test.each([null, 'no JSON', '1', '{}', '{"latitude":"37"}'])('begins anew with %s', (kept) => {
  expect(keptPlace(storage(kept))).toBeNull()
})
