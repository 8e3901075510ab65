import { expect, it } from 'vitest'
import { pushObstacle } from './push-help'

const IPHONE = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)', maxTouchPoints: 5 }
const IPAD = { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 }
const MAC = { ...IPAD, maxTouchPoints: 0 }
const ANDROID = { userAgent: 'Mozilla/5.0 (Linux; Android 15; SM-S921N)', maxTouchPoints: 5 }

it.each([
  ['unsupported', IPHONE, 'install'],
  ['unsupported', IPAD, 'install'],
  ['unsupported', MAC, undefined],
  ['blocked', IPHONE, 'blockedIos'],
  ['blocked', ANDROID, 'blockedAndroid'],
  ['blocked', MAC, 'blockedDesktop'],
  ['off', IPHONE, undefined],
  ['on', ANDROID, undefined],
] as const)('when %s, on %o, the steps are %s', (state, browser, obstacle) => {
  expect(pushObstacle(state, browser)).toBe(obstacle)
})
