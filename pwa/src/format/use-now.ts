import { onScopeDispose, ref, type Ref } from 'vue'

/**
 * The present moment as epoch milliseconds, renewed at an interval while the page is visible.
 * @param interval milliseconds between renewals
 */
export function useNow(interval = 30_000): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const renew = () => {
    if (document.visibilityState === 'visible') now.value = Date.now()
  }
  const timer = setInterval(renew, interval)
  document.addEventListener('visibilitychange', renew)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', renew)
  })
  return now
}
