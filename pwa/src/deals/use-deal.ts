import { computed, ref } from 'vue'
import { dealApi } from '@/api/clients'
import { Intention } from '@/api/intention'
import { answer, asProblem, type Problem } from '@/api/problem'
import type { DealDetail, DealStep, Participant } from '@/api/types'
import { allPages } from '@/paging/all-pages'
import { useSession } from '@/session/session'

/** One deal with who joined it, and what a member may do there. */
export function useDeal(id: string) {
  const session = useSession()
  const deal = ref<DealDetail>()
  const participants = ref<Participant[]>([])
  /** Whether everybody who has shares is among the participants: not where they could not be asked for. */
  const everybodyKnown = computed(() => {
    const known = participants.value.reduce((sum, { enrollment }) => sum + enrollment.quantity, 0)
    return deal.value?.sharesTaken === known + (deal.value?.hostShares ?? 0)
  })
  const problem = ref<Problem>()
  const path = { id }
  const joining = new Intention<{ quantity: number }>(`join:${id}`)

  let asked = 0

  /** A deal may have as many participants as shares. */
  const everybody = () =>
    allPages<Participant>((at) =>
      answer(
        dealApi.GET('/deals/{id}/enrollments', { params: { path, query: { limit: 100, ...at } } }),
      ),
    )

  /** An answer that comes after a later question is thrown away. */
  async function load() {
    const mine = ++asked
    problem.value = undefined
    try {
      const [detail, joined] = await Promise.all([
        answer(dealApi.GET('/deals/{id}', { params: { path } })),
        // Who joined is told to members only, the deal itself to everyone.
        session.profile ? everybody().catch(() => undefined) : undefined,
      ])
      if (mine !== asked) return
      deal.value = detail
      // What was known stays where they could not be told; to who has signed out nobody is.
      if (joined) participants.value = joined
      else if (!session.profile) participants.value = []
    } catch (error) {
      if (mine === asked) problem.value = asProblem(error)
    }
  }

  /** Acts and shows the deal as it then is: also after a refusal, which may mean that it has changed. */
  async function actAndLoad(act: () => Promise<unknown>) {
    try {
      await act()
    } finally {
      await load()
    }
  }

  return {
    deal,
    participants,
    everybodyKnown,
    problem,
    load,
    /** @throws Problem 409 when too few shares are left or the deal is closed */
    join: (quantity: number) =>
      actAndLoad(() =>
        joining.run({ quantity }, (key, body) =>
          answer(
            dealApi.POST('/deals/{id}/enrollments', {
              params: { path, header: { 'Idempotency-Key': key } },
              body,
            }),
          ),
        ),
      ),
    changeQuantity: (quantity: number) =>
      actAndLoad(() =>
        answer(
          dealApi.PATCH('/deals/{id}/enrollments/me', { params: { path }, body: { quantity } }),
        ),
      ),
    /**
     * The host moves a full deal on.
     * @param receiptImageId an own picture of the receipt or the goods
     * @throws Problem 409 when another step is next
     */
    moveOn: (to: DealStep, note: string, receiptImageId?: string) =>
      actAndLoad(() =>
        answer(
          dealApi.POST('/deals/{id}/status', {
            params: { path },
            body: {
              to,
              ...(note === '' ? {} : { note }),
              ...(receiptImageId === undefined ? {} : { receiptImageId }),
            },
          }),
        ),
      ),
    /** Says that the goods are in one's hands. */
    confirmReceipt: () =>
      actAndLoad(() =>
        answer(dealApi.POST('/deals/{id}/enrollments/me/receipt', { params: { path } })),
      ),
    /**
     * The host gives up; everyone who joined is told why.
     * @throws Problem 409 when the deal is over already
     */
    cancel: (reason: string) =>
      actAndLoad(() =>
        answer(dealApi.POST('/deals/{id}/cancellation', { params: { path }, body: { reason } })),
      ),
    leave: () =>
      actAndLoad(async () => {
        await answer(dealApi.DELETE('/deals/{id}/enrollments/me', { params: { path } }))
        // Who joins again later means it anew.
        joining.forget()
      }),
  }
}
