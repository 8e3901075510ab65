import { expect, test } from 'vitest'
import { dependencies } from '../../package.json'
import { SOFTWARE } from './software'

test('names everything that browsers load', () => {
  expect([...SOFTWARE]).toEqual([...Object.keys(dependencies), 'workbox'].sort())
})
