import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { i18n } from '@/i18n/i18n'
import { useSession } from '@/session/session'
import { openLostScreen } from './lost-screen'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the document's title. */
    title?: string
    /** Only for who is signed in; others come back here after signing in. */
    member?: boolean
    /** Only for who is not signed in. */
    guest?: boolean
    /** Below the five main screens: on a phone the bottom bar gives way. */
    deep?: boolean
    /** Opens without a network, with what was seen last. */
    lastSeen?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'landing',
    component: () => import('@/member/LandingView.vue'),
    meta: { title: 'app.name', guest: true },
  },
  {
    path: '/login',
    name: 'login',
    component: () => import('@/member/LoginView.vue'),
    meta: { title: 'login.title', guest: true },
  },
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('@/member/SignUpView.vue'),
    meta: { title: 'signUp.title', guest: true },
  },
  {
    path: '/home',
    name: 'home',
    component: () => import('@/deals/HomeView.vue'),
    meta: { title: 'nav.home' },
  },
  {
    path: '/deals/new',
    name: 'open-deal',
    component: () => import('@/deals/OpenDealView.vue'),
    meta: { title: 'open.title', member: true, deep: true, lastSeen: true },
  },
  {
    path: '/deals/:id/edit',
    name: 'edit-deal',
    component: () => import('@/deals/OpenDealView.vue'),
    props: true,
    meta: { title: 'edit.title', member: true, deep: true },
  },
  {
    path: '/deals/:id',
    name: 'deal',
    component: () => import('@/deals/DealView.vue'),
    props: true,
    meta: { title: 'deal.title', deep: true },
  },
  {
    path: '/members/:id',
    name: 'neighbour',
    component: () => import('@/member/NeighbourView.vue'),
    props: true,
    meta: { title: 'neighbour.title', deep: true },
  },
  {
    path: '/mine',
    name: 'my-deals',
    component: () => import('@/deals/MyDealsView.vue'),
    props: (route) => ({ side: route.query.side === 'opened' ? 'opened' : 'joined' }),
    meta: { title: 'mine.title', member: true, lastSeen: true },
  },
  {
    path: '/chat',
    name: 'rooms',
    component: () => import('@/chat/RoomsView.vue'),
    meta: { title: 'chat.title', member: true, lastSeen: true },
  },
  {
    path: '/chat/:id',
    name: 'room',
    component: () => import('@/chat/RoomView.vue'),
    props: true,
    meta: { title: 'chat.room', member: true, deep: true, lastSeen: true },
  },
  {
    path: '/wallet',
    name: 'wallet',
    component: () => import('@/pay/WalletView.vue'),
    meta: { title: 'wallet.title', member: true, deep: true },
  },
  {
    path: '/wallet/remit',
    name: 'remit',
    component: () => import('@/pay/RemitView.vue'),
    meta: { title: 'remit.title', member: true, deep: true },
  },
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('@/notifications/InboxView.vue'),
    meta: { title: 'inbox.title', member: true, deep: true, lastSeen: true },
  },
  {
    path: '/me',
    name: 'me',
    component: () => import('@/member/MeView.vue'),
    meta: { title: 'me.title', member: true, lastSeen: true },
  },
  {
    path: '/me/account',
    name: 'account',
    component: () => import('@/member/AccountView.vue'),
    meta: { title: 'account.title', member: true, deep: true },
  },
  {
    path: '/me/devices',
    name: 'devices',
    component: () => import('@/member/DevicesView.vue'),
    meta: { title: 'devices.title', member: true, deep: true },
  },
  {
    path: '/me/keywords',
    name: 'keywords',
    component: () => import('@/member/KeywordsView.vue'),
    meta: { title: 'keywords.title', member: true, deep: true },
  },
  {
    path: '/me/notifications',
    name: 'push-settings',
    component: () => import('@/notifications/PushSettingsView.vue'),
    meta: { title: 'push.title', member: true, deep: true },
  },
  {
    path: '/neighbourhood',
    name: 'neighbourhood',
    component: () => import('@/member/NeighbourhoodView.vue'),
    meta: { title: 'neighbourhood.title', member: true, deep: true },
  },
  {
    path: '/:rest(.*)*',
    name: 'nowhere',
    component: () => import('./NowhereView.vue'),
    meta: { title: 'nowhere.title' },
  },
]

/** What is scrolled to by its name stands clear of the header. CSS pixels, as `--header` and a little air. */
const BELOW_HEADER = 72

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    if (to.hash !== '' && to.path !== from.path) return { el: to.hash, top: BELOW_HEADER }
    // A page that has just been loaded is at its top: to scroll there would only force a layout.
    return to.path === from.path || from.matched.length === 0 ? false : { top: 0 }
  },
})

router.beforeEach(async (to) => {
  const session = useSession()
  await session.restore()
  const known = session.phase === 'in' || (session.phase === 'unreachable' && session.profile)
  if (to.meta.guest && known) return { name: 'home' }
  if (to.meta.member && session.phase === 'out')
    return { name: 'login', query: { to: to.fullPath } }
  return true
})

router.onError((_error, to) => {
  void openLostScreen(to.fullPath, i18n.global.t('problem.NO_ANSWER'))
})
