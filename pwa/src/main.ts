import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { followInstall } from '@/app/install'
import { router } from '@/app/router'
import { followTheme } from '@/app/theme'
import { followUpdates } from '@/app/update'
import { firstLocale, i18n, useLocale } from '@/i18n/i18n'
import { useSession } from '@/session/session'
import '@/styles/tokens.css'
import '@/styles/base.css'

followTheme()
followInstall()

const app = createApp(App)
app.use(createPinia())
app.use(i18n)

// Who is there is asked while the words come, not after them.
void useSession().restore()
await useLocale(firstLocale())
app.use(router)

// So does the first screen's code.
for (const { components } of router.resolve(window.location.pathname).matched) {
  const load = components?.default as (() => Promise<unknown>) | undefined
  void load?.().catch(() => undefined) // the router itself fetches it again, and tells
}

// Short tasks keep a slow phone answering, one long does not: what is loaded, then the frame, then the screen.
await new Promise((resolve) => setTimeout(resolve))
app.mount('#app')

// Without a service worker (a private window refuses it) the market works all the same.
void followUpdates().catch(() => undefined)
