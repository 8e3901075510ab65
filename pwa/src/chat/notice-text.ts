import { useI18n } from 'vue-i18n'
import type { Line } from './room-log'

/** Says in the reader's language what a room's notice is about. */
export function useNoticeText() {
  const { t } = useI18n()
  return ({ notice }: Line): string => {
    const name = notice?.nickname ?? t('chat.someone')
    if (notice?.kind === 'JOINED') return t('chat.notice.JOINED', { name })
    if (notice?.kind === 'LEFT') return t('chat.notice.LEFT', { name })
    if (notice?.status)
      return t('chat.notice.STATUS', { status: t(`deal.status.${notice.status}`) })
    return t('chat.notice.other')
  }
}
