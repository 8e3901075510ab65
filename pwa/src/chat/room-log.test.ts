import { describe, expect, it } from 'vitest'
import { acknowledged, append, emptyLog, lastSeq, merge, type Line } from './room-log'

const me = { id: 'me', nickname: '나' }

function line(seq: number, clientId?: string): Line {
  return { seq, at: '2026-11-23T00:00:00Z', sender: me, text: `${seq}`, clientId }
}

function seqs(log: { lines: Line[] }) {
  return log.lines.map(({ seq }) => seq)
}

describe("a room's lines", () => {
  it('take each number once', () => {
    const log = emptyLog()
    expect(append(log, line(1))).toBe('added')
    expect(append(log, line(1))).toBe('known')
    expect(append(log, line(2))).toBe('added')
    expect(seqs(log)).toEqual([1, 2])
  })

  it('take none over a gap, which is to be fetched first', () => {
    const log = emptyLog()
    append(log, line(1))
    expect(append(log, line(4))).toBe('gap')
    merge(log, [line(2), line(3), line(4)])
    expect(seqs(log)).toEqual([1, 2, 3, 4])
    expect(lastSeq(log)).toBe(4)
  })

  it('keep their order when older ones are fetched', () => {
    const log = emptyLog()
    merge(log, [line(5), line(6)])
    merge(log, [line(3), line(4), line(5)])
    expect(seqs(log)).toEqual([3, 4, 5, 6])
  })

  it('show my message once, whether its ack or its echo comes first', () => {
    for (const order of ['ack first', 'echo first']) {
      const log = emptyLog()
      log.pending.push({ clientId: 'c1', text: '안녕', at: '', state: 'sending' })
      const ack = () => {
        const mine = acknowledged(log, { clientId: 'c1', seq: 1, at: '2026-11-23T00:00:00Z' }, me)
        if (mine) append(log, mine)
      }
      const echo = () => append(log, line(1, 'c1'))
      if (order === 'ack first') {
        ack()
        echo()
      } else {
        echo()
        ack()
      }
      expect(seqs(log)).toEqual([1])
      expect(log.pending).toEqual([])
    }
  })

  it('keep nothing pending that the history already has', () => {
    const log = emptyLog()
    log.pending.push({ clientId: 'c1', text: '안녕', at: '', state: 'failed' })
    merge(log, [line(1, 'c1')])
    expect(log.pending).toEqual([])
  })
})
