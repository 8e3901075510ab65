import { ref, watch } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'gonggu.theme'

function stored(): Theme {
  const value = localStorage.getItem(STORED)
  return THEMES.find((theme) => theme === value) ?? 'system'
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
      localStorage.setItem(STORED, chosen)
    },
    { immediate: true },
  )
}
