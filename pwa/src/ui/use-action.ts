import { ref } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** Runs one act at a time and keeps what went wrong for the screen to show. */
export function useAction() {
  const busy = ref(false)
  const problem = ref<Problem>()

  async function run(act: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = undefined
    try {
      await act()
      return true
    } catch (error) {
      problem.value = asProblem(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
