import { describe, expect, it } from 'vitest'
import { fromSharedPage } from './shared-page'

describe("a shop's page that is shared", () => {
  it('gives the name, the address and the price', () => {
    expect(
      fromSharedPage({
        title: '제주 감귤 10kg',
        text: '산지 직송 39,900원',
        url: 'https://shop.example/p/1?a=b',
      }),
    ).toEqual({
      title: '제주 감귤 10kg',
      description: '산지 직송 39,900원',
      productUrl: 'https://shop.example/p/1?a=b',
      totalPrice: 39_900,
    })
  })

  it('is read out of the text, where most apps put everything', () => {
    expect(fromSharedPage({ text: '쌀 20kg 특가\nhttps://shop.example/rice' })).toEqual({
      title: '쌀 20kg 특가',
      description: '',
      productUrl: 'https://shop.example/rice',
      totalPrice: null,
    })
  })

  it('leaves the price open where it names two', () => {
    expect(fromSharedPage({ title: '휴지', text: '정가 20,000원 오늘 15,000원' })?.totalPrice).toBe(
      null,
    )
  })

  it('takes no address that a browser would run', () => {
    expect(fromSharedPage({ title: '휴지', url: 'javascript:alert(1)' })?.productUrl).toBe('')
  })

  it('gives no more than the form takes', () => {
    expect(fromSharedPage({ title: '가'.repeat(200) })?.title).toHaveLength(80)
  })

  it('is nothing when nothing was shared', () => {
    expect(fromSharedPage({})).toBeUndefined()
    expect(fromSharedPage({ title: ' ', text: '' })).toBeUndefined()
  })
})
