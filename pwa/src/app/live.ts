import { shallowReactive } from 'vue'
import type { InboxEntry } from '@/api/types'

/**
 * What is known live of a member's messages and news: any screen shows it without the code that keeps it up
 * to date, which comes after the first screen.
 */
export const live = shallowReactive<{
  /** Messages nobody has read here, over all rooms. */
  messages: number
  /** Entries of the inbox that were not looked at. */
  news: number
  /** The newest entry that came in while the page was open. */
  latest: InboxEntry | undefined
  /** Counts the times from which on news comes in, and before which some may have been missed. */
  beginnings: number
}>({ messages: 0, news: 0, latest: undefined, beginnings: 0 })
