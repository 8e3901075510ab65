import { createApp } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { chooseLocale, i18n } from '@/i18n/i18n'
import { useUnits } from './units'

function units() {
  const made: ReturnType<typeof useUnits>[] = []
  const setup = () => {
    made.push(useUnits())
    return () => null
  }
  createApp({ setup }).use(i18n).mount(document.createElement('div'))
  return made[0]
}

beforeEach(() => chooseLocale('ko'))

describe('the unit of a deal', () => {
  it('is stated alike in every language, and read in the reader’s', async () => {
    expect(units()?.nameOf('봉지', 2)).toBe('봉지')
    await chooseLocale('en')
    expect(units()?.stated('bag')).toBe('봉지')
    expect(units()?.nameOf('봉지', 2)).toBe('bags')
    expect(units()?.nameOf('봉지', 1)).toBe('bag')
  })

  it('is left as it is when another client made it up', async () => {
    await chooseLocale('en')
    expect(units()?.nameOf('두름', 1)).toBe('두름')
    expect(units()?.isKnown('두름')).toBe(false)
    expect(units()?.isKnown('상자')).toBe(true)
  })
})
