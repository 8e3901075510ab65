import { ref, watch } from 'vue'
import { deviceStorage } from '@/storage/storage'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'gonggu.theme'

function stored(): Theme {
  const value = deviceStorage.getItem(STORED)
  return THEMES.find((theme) => theme === value) ?? 'system'
}

/** What the system's bars beside the page are painted in, as index.html says it for either scheme. */
const BARS = { light: '#f5f8f3', dark: '#0f1713' } as const

function paintBars(chosen: Theme) {
  for (const scheme of ['light', 'dark'] as const)
    document
      .querySelector(`meta[name="theme-color"][media*="${scheme}"]`)
      ?.setAttribute('content', BARS[chosen === 'system' ? scheme : chosen])
}

/** The reader's choice; `system` follows the device. */
export const theme = ref<Theme>(stored())

/** Keeps the document in the chosen theme. */
export function followTheme() {
  watch(
    theme,
    (chosen) => {
      if (chosen === 'system') delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = chosen
      paintBars(chosen)
      deviceStorage.setItem(STORED, chosen)
    },
    { immediate: true },
  )
}
