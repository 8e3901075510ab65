import { useI18n } from 'vue-i18n'

/** Units that a host chooses from; a deal keeps the word of the language it was opened in. */
export const UNITS = ['kg', 'g', 'L', 'count', 'bag', 'box', 'pack', 'bottle'] as const

/** A deal's unit in the reader's language, where it is the Korean word of a known one; else as it is. */
export function useUnitName() {
  const { t } = useI18n()
  return (unit: string): string => {
    const known = UNITS.find((one) => t(`open.units.${one}`, {}, { locale: 'ko' }) === unit)
    return known === undefined ? unit : t(`open.units.${known}`)
  }
}
