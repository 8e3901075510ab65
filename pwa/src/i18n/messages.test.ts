import { describe, expect, it } from 'vitest'
import enText from './messages/en.json?raw'
import koText from './messages/ko.json?raw'

interface Tree {
  [key: string]: string | Tree
}

function read(text: string): Map<string, string> {
  const flat = new Map<string, string>()
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree))
      if (typeof value === 'string') flat.set(path + key, value)
      else walk(value, `${path}${key}.`)
  }
  walk(JSON.parse(text) as Tree, '')
  return flat
}

const ko = read(koText)
const en = read(enText)

const names = (message: string) =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('the messages', () => {
  it('say the same things in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...ko.keys()].sort())
  })

  it('name nothing that the other language does not know', () => {
    for (const [key, message] of en)
      expect(names(ko.get(key) ?? ''), key).toEqual(expect.arrayContaining(names(message)))
  })

  it('are Korean in Korean and not in English', () => {
    for (const [key, message] of en)
      if (key !== 'me.languages.ko') expect(message).not.toMatch(/[가-힣]/)
  })
})
