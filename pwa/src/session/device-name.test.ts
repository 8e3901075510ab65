import { describe, expect, it } from 'vitest'
import { deviceName } from './device-name'

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
      'Android · Samsung Internet',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'iPhone · Safari',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0',
      'Windows · Edge',
    ],
    ['something new', ''],
  ])('%s is called %s', (userAgent, name) => {
    expect(deviceName({ userAgent })).toBe(name)
  })

  it('believes what the browser says about its system', () => {
    expect(
      deviceName({ userAgent: 'X11; Linux Chrome/1', userAgentData: { platform: 'Chrome OS' } }),
    ).toBe('Chrome OS · Chrome')
  })
})
