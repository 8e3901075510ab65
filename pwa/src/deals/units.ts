import { useI18n } from 'vue-i18n'

/** Units that a host chooses from. */
export const UNITS = ['kg', 'g', 'L', 'count', 'bag', 'box', 'pack', 'bottle'] as const

/** A deal states its unit by the Korean word, whatever language it was opened in. */
export function useUnits() {
  const { t } = useI18n()
  const stated = (unit: (typeof UNITS)[number]): string =>
    t(`open.units.${unit}`, {}, { locale: 'ko' })
  const known = (word: string) => UNITS.find((unit) => stated(unit) === word)
  return {
    stated,
    /** Whether a host can choose what a deal states. */
    isKnown: (word: string): boolean => known(word) !== undefined,
    /**
     * What a deal states in the reader's language; as it is when it is a word of another client.
     * @param n how many
     */
    nameOf: (word: string, n: number): string => {
      const unit = known(word)
      return unit === undefined ? word : t(`open.units.${unit}`, n)
    },
  }
}
