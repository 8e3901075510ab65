import { describe, expect, it } from 'vitest'
import { pushText, type PushMessage } from './push-text'

const message = (kind: string, params: PushMessage['params']): PushMessage => ({
  id: '1',
  kind,
  params,
  url: '/inbox',
  tag: '1',
  at: '2026-05-01T09:00:00Z',
})

describe('a pushed notification', () => {
  it('says money in the reader’s language', () => {
    const sent = message('MONEY_RECEIVED', { nickname: '달빛', amount: 32000 })
    expect(pushText(sent, 'ko').body).toBe('달빛님이 32,000원을 보냈어요')
    expect(pushText(sent, 'en').body).toBe('달빛 sent you ₩32,000')
  })

  it('says how far a deal is in words', () => {
    const moved = message('DEAL_STATUS_CHANGED', { title: '감귤', status: 'READY' })
    expect(pushText(moved, 'ko').body).toBe('‘감귤’ 공구를 이제 받으러 갈 수 있어요')
    expect(pushText(moved, 'en').body).toBe('“감귤” is ready to be picked up')
    const unknown = message('DEAL_STATUS_CHANGED', { title: '감귤', status: 'FULL' })
    expect(pushText(unknown, 'ko').body).toBe('‘감귤’ 공구 상태: 모집 완료')
  })

  it('carries what the host said', () => {
    const moved = message('DEAL_STATUS_CHANGED', {
      title: '감귤',
      status: 'READY',
      note: '정문 앞에 있어요',
    })
    expect(pushText(moved, 'ko').body).toMatch(/\n“정문 앞에 있어요”$/)
    const off = message('DEAL_CANCELLED', { title: '감귤', reason: '품절이에요' })
    expect(pushText(off, 'en').body).toMatch(/\n“품절이에요”$/)
  })

  it('says in the reader’s language that a deal lost its host, who said nothing', () => {
    const off = message('DEAL_CANCELLED', { title: '감귤' })
    expect(pushText(off, 'en').body).toBe('“감귤” was cancelled because the host left the market')
    expect(pushText(off, 'ko').body).toBe('방장이 마켓을 떠나서 ‘감귤’ 공구가 취소됐어요')
  })

  it('says something of a kind that this version does not know', () => {
    expect(pushText(message('TOMORROWS_KIND', {}), 'ko').body).toBe('새 소식이 있어요')
    expect(pushText(message('toString', {}), 'ko').body).toBe('새 소식이 있어요')
  })

  it('names a neighbour even when the name is gone', () => {
    const left = message('ENROLLMENT_CANCELLED', { nickname: '탈퇴한 이웃', title: '감귤' })
    expect(pushText(left, 'en').body).toContain('Former neighbour')
    expect(pushText(message('MONEY_RECEIVED', { amount: 1 }), 'ko').body).toBe(
      '이웃님이 1원을 보냈어요',
    )
  })
})
