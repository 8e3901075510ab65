import { useI18n } from 'vue-i18n'
import { isThere } from './is-there'

/** How a neighbour is called in the reader's language, also one who has left or whose name is not known. */
export function useNeighbourName() {
  const { t } = useI18n()
  return (nickname: string | null | undefined): string => {
    if (nickname == null) return t('chat.someone')
    return isThere(nickname) ? nickname : t('neighbour.left')
  }
}
