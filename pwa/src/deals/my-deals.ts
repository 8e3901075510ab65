import { defineStore } from 'pinia'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { DealSummary, EnrolledDeal } from '@/api/types'
import { cursorList } from '@/paging/cursor-list'

/** They are shown by stage: so as many at once as the service gives, which is all for nearly everyone. */
const LIMIT = 100

const query = (cursor: string | undefined) => ({
  params: { query: { limit: LIMIT, ...(cursor === undefined ? {} : { cursor }) } },
})

/** What I opened and what I joined. */
export const useMyDeals = defineStore('my-deals', () => ({
  hosted: cursorList<DealSummary>(
    (cursor) => answer(dealApi.GET('/me/hosted', query(cursor))),
    (deal) => deal.id,
  ),
  enrolled: cursorList<EnrolledDeal>(
    (cursor) => answer(dealApi.GET('/me/enrolled', query(cursor))),
    ({ deal }) => deal.id,
  ),
}))
