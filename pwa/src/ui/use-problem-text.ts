import { useI18n } from 'vue-i18n'
import { asProblem } from '@/api/problem'

/** Says what went wrong and what helps, by the server's stable code, else by status. */
export function useProblemText() {
  const { t, te } = useI18n()

  function tooMany(seconds: number) {
    return seconds < 120
      ? t('problem.tooMany', { seconds }, seconds)
      : t('problem.tooManyMinutes', { minutes: Math.ceil(seconds / 60) })
  }

  return (error: unknown): string => {
    const problem = asProblem(error)
    const byCode = `problem.${problem.code}`
    if (te(byCode) || te(byCode, 'ko')) return t(byCode)
    if (problem.status === 0) return t('problem.NO_ANSWER')
    if (problem.status === 429) return tooMany(problem.retryAfter ?? 60)
    if (problem.status === 401) return t('problem.signedOut')
    if (problem.status === 403) return t('problem.forbidden')
    if (problem.status === 404) return t('problem.gone')
    if (problem.status >= 500) return t('problem.server')
    return t('problem.refused')
  }
}
