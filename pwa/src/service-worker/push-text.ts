// As text: the page's build compiles imported messages for a library that is too large for a worker.
import en from '../i18n/messages/en.json?raw'
import ko from '../i18n/messages/ko.json?raw'

import { isThere } from '../member/is-there'
import { ownWords, sentenceKey } from '../notifications/own-words'

export type Language = 'ko' | 'en'

/** What the push service sends: facts, out of which the sentence is made in the reader's language. */
export interface PushMessage {
  id: string
  kind: string
  params: Record<string, string | number | undefined>
  /** A path of this application. */
  url: string
  /** Notifications of one tag take each other's place. */
  tag: string
  at: string
}

interface Words {
  app: { short: string }
  chat: { someone: string }
  deal: { status: Record<string, string> }
  neighbour: { left: string }
  format: { won: string }
  inbox: { kind: Record<string, string> & { other: string } }
}

const WORDS: Record<Language, Words> = {
  ko: JSON.parse(ko) as Words,
  en: JSON.parse(en) as Words,
}

function fill(template: string, params: Record<string, string | number | undefined>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

function lookUp(words: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/** A neighbour in the reader's language: also one who has left. */
function nameOf(nickname: string | number | undefined, words: Words): string {
  if (typeof nickname !== 'string') return words.chat.someone
  return isThere(nickname) ? nickname : words.neighbour.left
}

/** Title and text of a notification. */
export function pushText(message: PushMessage, language: Language) {
  const words = WORDS[language]
  const { params } = message
  const amount = Number(params.amount ?? 0).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US')
  const template =
    lookUp(words.inbox.kind, sentenceKey(message.kind, params)) ?? words.inbox.kind.other
  const sentence = fill(template, {
    ...params,
    nickname: nameOf(params.nickname, words),
    amount: fill(words.format.won, { amount }),
    status: lookUp(words.deal.status, String(params.status)),
  })
  const said = ownWords(params)
  return {
    title: words.app.short,
    body: said === undefined ? sentence : `${sentence}\n“${said}”`,
  }
}
