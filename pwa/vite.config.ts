import { fileURLToPath } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

/** Where the development server finds the market; the built application always talks to its own origin. */
const market = process.env.MARKET_URL ?? 'http://localhost:9080'

/** Modules on the way to the first screen, whichever it is; screens come by themselves. */
const SHELL =
  /src\/(api|app|session|format|paging)\/(?!NowhereView|BackBar|LiveUpdates|upload|way-back)|src\/i18n\/(i18n|lang-of|messages\/ko)|src\/chat\/waiting|src\/ui\/(AppIcon|StateMessage|icons|toasts|badge)/

/** Messages and news: what comes right after the first screen, and with the screens that show them. */
const LIVE =
  /src\/app\/LiveUpdates|src\/api\/upload|src\/(chat|notifications)\/[a-z-]+\.ts|src\/ui\/shrink-image/

/** Small pieces that most screens are made of: one file instead of twenty, each of which costs a request. */
const PIECES =
  /src\/(ui|place)\/(?!seoul|DongOptions|clusters)|src\/deals\/(DealCard|DealPicture|DealCardSkeleton|SharesPicture|categories|deal-state|deal-image|deadline)|src\/app\/(BackBar|way-back)/

export default defineConfig({
  plugins: [
    vue(),
    vueI18n({
      include: fileURLToPath(new URL('./src/i18n/messages/*.json', import.meta.url)),
      // Messages are compiled at build time: the content security policy allows no eval.
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      injectRegister: false,
      registerType: 'prompt',
      injectManifest: {
        globPatterns: ['index.html', 'assets/**/*.{js,css}', 'icons/icon.svg'],
      },
      manifest: {
        id: '/',
        name: '우리동네 공구마켓',
        short_name: '공구마켓',
        description: '이웃과 나누어 사는 동네 공동구매',
        lang: 'ko',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f5f8f3',
        theme_color: '#f5f8f3',
        categories: ['shopping', 'lifestyle'],
        screenshots: [
          {
            src: '/screenshots/phone-home.png',
            sizes: '390x844',
            type: 'image/png',
            form_factor: 'narrow',
            label: '우리 동네 공구',
          },
          {
            src: '/screenshots/phone-deal.png',
            sizes: '390x844',
            type: 'image/png',
            form_factor: 'narrow',
            label: '몫을 고르고 참여하기',
          },
          {
            src: '/screenshots/desktop-home.png',
            sizes: '1280x800',
            type: 'image/png',
            form_factor: 'wide',
            label: '넓은 화면에서 보는 동네 공구',
          },
        ],
        // A shop's page becomes the beginning of a deal.
        share_target: {
          action: '/deals/new',
          method: 'GET',
          enctype: 'application/x-www-form-urlencoded',
          params: { title: 'title', text: 'text', url: 'url' },
        },
        shortcuts: [
          {
            name: '공구 열기',
            url: '/deals/new',
            icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
          },
          {
            name: '내 공구',
            url: '/mine',
            icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
          },
          {
            name: '채팅',
            url: '/chat',
            icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
          },
        ],
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icons/maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
  // No component here is written with the options API: what Vue keeps for it is left out.
  define: { __VUE_OPTIONS_API__: false },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every visit needs comes in two files instead of a dozen: libraries change seldom.
          groups: [
            { name: 'vendor', test: /node_modules/, priority: 2 },
            { name: 'shell', test: SHELL, priority: 1 },
            { name: 'live', test: LIVE, priority: 1 },
            { name: 'pieces', test: PIECES },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: market, ws: true, changeOrigin: false },
      '/settings.json': market,
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
  },
})
