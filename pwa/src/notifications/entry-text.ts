import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { InboxEntry } from '@/api/types'
import { useFormat } from '@/format/use-format'
import { useNeighbourName } from '@/member/neighbour-name'
import { sentenceKey } from './own-words'

/** Says an inbox entry in the reader's language: the service stores facts, no prose. */
export function useEntryText() {
  const { t, te } = useI18n()
  const format = useFormat()
  const neighbourName = useNeighbourName()
  return (entry: InboxEntry): string => {
    const { params } = entry
    const key = `inbox.kind.${sentenceKey(entry.kind, params)}`
    if (!te(key) && !te(key, 'ko')) return t('inbox.kind.other')
    return t(key, {
      ...params,
      nickname: neighbourName(params.nickname),
      amount: format.won(params.amount ?? 0),
      status: params.status ? t(`deal.status.${params.status}`) : '',
    })
  }
}

/** Where an entry leads. */
export function entryTarget(entry: InboxEntry): RouteLocationRaw {
  const { dealId, roomId } = entry.target
  if (entry.kind === 'CHAT_MESSAGE' && roomId) return { name: 'room', params: { id: roomId } }
  if (entry.kind.startsWith('MONEY') || entry.kind.startsWith('WALLET')) return { name: 'wallet' }
  if (dealId) return { name: 'deal', params: { id: dealId } }
  return { name: 'inbox' }
}
