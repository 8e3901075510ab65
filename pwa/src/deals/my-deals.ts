import { defineStore } from 'pinia'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { DealSummary, EnrolledDeal } from '@/api/types'
import { cursorList } from '@/paging/cursor-list'

const query = (cursor: string | undefined) => ({
  params: { query: cursor === undefined ? {} : { cursor } },
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
