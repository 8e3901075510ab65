/**
 * The language of what a neighbour wrote, as far as its script tells: within an English screen a screen
 * reader takes the Korean voice for it (WCAG 2.2, 3.1.2 Language of Parts), and all Hangul of a page is laid
 * out with the fonts that were looked up for its first line.
 *
 * @returns `ko` (BCP 47) where there is Hangul; nothing where it may be the language of what is around it
 */
export function langOf(text: string | null | undefined): 'ko' | undefined {
  return text && /\p{Script=Hangul}/u.test(text) ? 'ko' : undefined
}
