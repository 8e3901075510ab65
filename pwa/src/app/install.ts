import { computed, shallowRef } from 'vue'

/** Not in the standard yet: what Chromium's browsers hand over when the app can be installed. */
interface InstallPrompt extends Event {
  /** Shows the browser's own question; once for each event. */
  prompt: () => Promise<unknown>
}

const waiting = shallowRef<InstallPrompt>()

/** Whether the browser would ask now whether to put the app on the home screen. */
export const installable = computed(() => waiting.value !== undefined)

/** Keeps the browser's question for the moment when the member wants it. */
export function followInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    waiting.value = event as InstallPrompt
  })
  window.addEventListener('appinstalled', () => (waiting.value = undefined))
}

/** Lets the browser ask. What it was answered, it keeps to itself: it offers anew when it sees fit. */
export async function install(): Promise<void> {
  const prompt = waiting.value
  waiting.value = undefined
  await prompt?.prompt()
}
