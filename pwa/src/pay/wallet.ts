import { defineStore } from 'pinia'
import { ref } from 'vue'
import { payApi } from '@/api/clients'
import { Intention } from '@/api/intention'
import { answer, asProblem, type Problem } from '@/api/problem'
import type { RemittanceRequest, Transaction, Wallet } from '@/api/types'
import { cursorList } from '@/paging/cursor-list'
import { toQuery, WHOLE_HISTORY, type HistoryFilter } from './history-filter'

/** The member's money: balance, history, and moving it. Amounts are whole won. */
export const useWallet = defineStore('wallet', () => {
  const wallet = ref<Wallet>()
  const problem = ref<Problem>()
  const filter = ref<HistoryFilter>(WHOLE_HISTORY)

  const history = cursorList<Transaction>(
    (cursor) =>
      answer(
        payApi.GET('/transactions', {
          params: {
            query: {
              ...toQuery(filter.value),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        }),
      ),
    (transaction) => transaction.id,
  )

  const charging = new Intention<{ amount: number }>('charge')
  const withdrawing = new Intention<{ amount: number }>('withdraw')
  const remitting = new Intention<RemittanceRequest>('remit')

  async function loadBalance() {
    problem.value = undefined
    try {
      wallet.value = await answer(payApi.GET('/wallet'))
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  async function reload() {
    await Promise.all([loadBalance(), history.refresh()])
  }

  /** Moves money and shows what became of it: also where no answer came, it may have gone. */
  async function moveAndReload<T>(move: () => Promise<T>): Promise<T> {
    try {
      const moved = await move()
      await reload()
      return moved
    } catch (error) {
      // What went wrong is said at once: on a line that hangs, nobody waits for the balance to hear it.
      void reload()
      throw error
    }
  }

  const header = (key: string) => ({ header: { 'Idempotency-Key': key } })

  return {
    wallet,
    problem,
    filter,
    history,
    loadBalance,
    reload,

    /** Shows another part of the history, or the same one anew. */
    show(chosen: HistoryFilter) {
      filter.value = chosen
      return history.load()
    },

    /**
     * From the bank into the wallet.
     * @returns whether the bank has answered yet
     * @throws Problem
     */
    async charge(amount: number) {
      const { status } = await moveAndReload(() =>
        charging.run({ amount }, (key, body) =>
          answer(payApi.POST('/charges', { params: header(key), body })),
        ),
      )
      return status !== 'PENDING'
    },

    /**
     * From the wallet back to the bank.
     * @returns whether the bank has answered yet
     * @throws Problem 409 when there is not enough
     */
    async withdraw(amount: number) {
      const { status } = await moveAndReload(() =>
        withdrawing.run({ amount }, (key, body) =>
          answer(payApi.POST('/withdrawals', { params: header(key), body })),
        ),
      )
      return status !== 'PENDING'
    },

    /** The screen on which money is moved so is left. */
    leave(kind: 'charge' | 'withdraw' | 'remit') {
      const intentions = { charge: charging, withdraw: withdrawing, remit: remitting }
      intentions[kind].leave()
    },

    /** To another member. @throws Problem 404 without such a member, 409 when there is not enough */
    async remit(request: RemittanceRequest) {
      await moveAndReload(() =>
        remitting.run(request, (key, body) =>
          answer(payApi.POST('/remittances', { params: header(key), body })),
        ),
      )
    },
  }
})
