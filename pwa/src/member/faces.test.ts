import { afterEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { memberApi } from '@/api/clients'
import { useFace } from './faces'

vi.mock('@/api/clients', () => ({ memberApi: { GET: vi.fn() } }))
vi.mock('@/session/session', () => ({
  useSession: () => ({ profile: { id: 'me', pictureId: 'mine' } }),
}))

const get = vi.mocked(memberApi.GET)
const scope = effectScope()

function answering(pictures: Record<string, string | null>) {
  get.mockImplementation(((_path: string, options: unknown) => {
    const { id } = (options as { params: { query: { id: string[] } } }).params.query
    const items = id
      .filter((each) => each in pictures)
      .map((each) => ({ id: each, pictureId: pictures[each] }))
    return Promise.resolve({ data: { items, next: null }, response: new Response() })
  }) as never)
}

async function faces(...members: string[]) {
  const found = scope.run(() => members.map((member) => useFace(() => member))) ?? []
  await vi.waitFor(() => {
    expect(found.every(({ value }) => value !== undefined)).toBe(true)
  })
  return found.map(({ value }) => value)
}

afterEach(() => {
  vi.resetAllMocks()
})

test('a screen of neighbours asks once, and never for oneself', async () => {
  answering({ kim: 'k', lee: null })
  expect(await faces('kim', 'lee', 'me', 'kim', 'gone')).toEqual(['k', null, 'mine', 'k', null])
  expect(await faces('kim')).toEqual(['k'])
  expect(get.mock.calls).toEqual([
    ['/members', { params: { query: { id: ['kim', 'lee', 'gone'] } } }],
  ])
})

test('more than the service tells at once are asked for in parts', async () => {
  answering({})
  await faces(...Array.from({ length: 51 }, (_, index) => `member ${index}`))
  expect(get).toHaveBeenCalledTimes(2)
})

test('who could not be asked for is asked for by the next screen', async () => {
  get.mockRejectedValueOnce(new TypeError('no network'))
  scope.run(() => useFace(() => 'park'))
  await nextTick()
  await vi.waitFor(() => {
    expect(get).toHaveBeenCalledTimes(1)
  })
  await nextTick()
  answering({ park: 'p' })
  expect(await faces('park')).toEqual(['p'])
})
