import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetLastSeen } from '@/api/last-seen'
import { forgetWaiting } from '@/chat/waiting'
import { forgetMember } from './forget'

vi.mock('@/api/last-seen', () => ({ forgetLastSeen: vi.fn() }))
vi.mock('@/chat/waiting', () => ({ forgetWaiting: vi.fn() }))

describe('a member who leaves a device', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
  })

  it('leaves no drafts, words or undecided acts, and the device its own choices', async () => {
    const own = ['gonggu.theme', 'gonggu.locale', 'gonggu.push.later']
    for (const name of [
      ...own,
      'gonggu.deal-draft.me',
      'gonggu.room-draft.me.room',
      'gonggu.searched',
      'gonggu.session.who',
    ])
      localStorage.setItem(name, 'x')
    sessionStorage.setItem('intention:remit', '{}')

    await forgetMember()

    expect(Object.keys(localStorage).sort()).toEqual([...own].sort())
    expect(sessionStorage.length).toBe(0)
    expect(forgetLastSeen).toHaveBeenCalled()
    expect(forgetWaiting).toHaveBeenCalled()
  })

  it('goes also where one of the stores cannot be asked', async () => {
    vi.mocked(forgetWaiting).mockRejectedValue(new Error('forbidden'))
    await expect(forgetMember()).resolves.toBeUndefined()
  })
})
