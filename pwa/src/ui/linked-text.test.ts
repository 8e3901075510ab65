import { describe, expect, it } from 'vitest'
import { linkedText } from './linked-text'

const addresses = (text: string) => linkedText(text).flatMap(({ href }) => href ?? [])

describe('what somebody wrote', () => {
  it('stays whole, word for word', () => {
    for (const text of [
      '안녕하세요',
      '',
      'https://a.kr',
      '앞 https://a.kr/b 뒤 (http://c.kr) 끝.',
      'https://https://',
    ])
      expect(
        linkedText(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
  })

  it('leads to the addresses in it', () => {
    expect(addresses('여기요 https://shop.example/p/1?a=b&c=d#e 그리고 HTTP://a.kr')).toEqual([
      'https://shop.example/p/1?a=b&c=d#e',
      'HTTP://a.kr',
    ])
  })

  it('ends an address where Korean, a sentence or a bracket goes on', () => {
    expect(addresses('https://shop.example/p/1을 보세요')).toEqual(['https://shop.example/p/1'])
    expect(addresses('봤어요? https://a.kr/b.')).toEqual(['https://a.kr/b'])
    expect(addresses('(https://a.kr/b)')).toEqual(['https://a.kr/b'])
    expect(addresses('https://a.kr/b_(c)')).toEqual(['https://a.kr/b_(c)'])
  })

  it('makes no address of anything but the web', () => {
    expect(addresses('javascript:alert(1) data:text/html,x ftp://a.kr mailto:a@b.kr')).toEqual([])
    expect(addresses('http://')).toEqual([])
  })
})
