import { useI18n } from 'vue-i18n'
import { lostHost } from '@/deals/lost-host'
import { useNeighbourName } from '@/member/neighbour-name'
import type { Line } from './room-log'

/** Says in the reader's language what a room's notice is about, and adds the host's own words. */
export function useNoticeText() {
  const { t } = useI18n()
  const neighbourName = useNeighbourName()

  function sentence({ notice, text }: Line): string {
    const name = neighbourName(notice?.nickname)
    if (notice?.kind === 'JOINED') return t('chat.notice.JOINED', { name })
    if (notice?.kind === 'LEFT') return t('chat.notice.LEFT', { name })
    if (notice?.status === 'CANCELLED' && lostHost(text)) return t('chat.notice.lostHost')
    if (notice?.status) return t(`chat.notice.became.${notice.status}`)
    return t('chat.notice.other')
  }

  return (line: Line): string => {
    const notice = sentence(line)
    return line.text ? t('chat.notice.withWords', { notice, words: line.text }) : notice
  }
}
