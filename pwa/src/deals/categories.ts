import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { Category } from '@/api/types'

/** The kinds of deals; fetched once per visit. */
export const useCategories = defineStore('categories', () => {
  const all = ref<Category[]>([])
  let fetching: Promise<void> | undefined

  async function fetchAll() {
    all.value = await answer(dealApi.GET('/categories'))
  }

  return {
    all,
    /** @throws Problem when they cannot be fetched; the next call tries anew */
    load(): Promise<void> {
      if (all.value.length > 0) return Promise.resolve()
      fetching ??= fetchAll().finally(() => {
        fetching = undefined
      })
      return fetching
    },
  }
})

/** A category's name in the reader's language. */
export function useCategoryName() {
  const { t } = useI18n()
  return (id: Category['id']): string => t(`category.${id}`)
}
