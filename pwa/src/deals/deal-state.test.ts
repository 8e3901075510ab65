import { describe, expect, it } from 'vitest'
import { shownStatus, stageOf } from './deal-state'

const NOW = Date.parse('2026-11-23T01:00:00Z')
const BEFORE = '2026-11-23T00:59:59Z'
const AFTER = '2026-11-23T01:00:01Z'

describe("a member's deal", () => {
  it('is closed the moment its deadline passes', () => {
    expect(shownStatus({ status: 'RECRUITING', deadline: AFTER }, NOW)).toBe('RECRUITING')
    expect(shownStatus({ status: 'RECRUITING', deadline: BEFORE }, NOW)).toBe('EXPIRED')
    expect(shownStatus({ status: 'ORDERED', deadline: BEFORE }, NOW)).toBe('ORDERED')
  })

  it('stands under what is to be done about it', () => {
    const stage = (status: 'RECRUITING' | 'FULL' | 'ORDERED' | 'READY' | 'CANCELLED') =>
      stageOf({ status, deadline: AFTER }, NOW)
    expect(stage('RECRUITING')).toBe('underWay')
    expect(stage('FULL')).toBe('underWay')
    expect(stage('ORDERED')).toBe('underWay')
    expect(stage('READY')).toBe('handover')
    expect(stage('CANCELLED')).toBe('over')
    expect(stageOf({ status: 'RECRUITING', deadline: BEFORE }, NOW)).toBe('over')
  })

  it('is over for whom the goods have reached', () => {
    expect(stageOf({ status: 'READY', deadline: AFTER }, NOW, BEFORE)).toBe('over')
  })
})
