import { computed, reactive, watchEffect, type ComputedRef } from 'vue'
import { memberApi } from '@/api/clients'
import { answer } from '@/api/problem'
import { useSession } from '@/session/session'

/** As many as the member service tells at once. */
const AT_ONCE = 50

/** Pictures by member, null where one shows none. */
const known = reactive(new Map<string, string | null>())
const asked = new Set<string>()
let waiting: string[] = []

/** What one screen draws in one go is one question. */
function ask(member: string) {
  if (asked.has(member)) return
  asked.add(member)
  waiting.push(member)
  if (waiting.length === 1)
    queueMicrotask(() => {
      const members = waiting
      waiting = []
      for (let from = 0; from < members.length; from += AT_ONCE)
        void fetchFaces(members.slice(from, from + AT_ONCE))
    })
}

async function fetchFaces(id: string[]) {
  try {
    const { items } = await answer(memberApi.GET('/members', { params: { query: { id } } }))
    for (const member of id)
      known.set(member, items.find((each) => each.id === member)?.pictureId ?? null)
  } catch {
    // Only decoration: the mark stands there, and the next screen asks again.
    for (const member of id) asked.delete(member)
  }
}

/**
 * A neighbour's picture, asked for together with those of all others on the screen.
 * @param member whose; visitors are told of nobody
 * @returns its id, null when there is none, undefined while that is not known
 */
export function useFace(member: () => string | undefined): ComputedRef<string | null | undefined> {
  const session = useSession()
  watchEffect(() => {
    const id = member()
    if (id !== undefined && session.profile && id !== session.profile.id) ask(id)
  })
  return computed(() => {
    const id = member()
    if (id === undefined) return undefined
    return id === session.profile?.id ? session.profile.pictureId : known.get(id)
  })
}
