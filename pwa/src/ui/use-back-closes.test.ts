import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { useBackCloses } from './use-back-closes'

async function pageWithSheet() {
  const open = ref(false)
  const page = {
    setup() {
      useBackCloses(
        () => (open.value = false),
        () => open.value,
      )
      return () => null
    },
  }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { render: () => null } },
      { path: '/deal', component: page },
    ],
  })
  await router.push('/')
  await router.push('/deal')
  mount(RouterView, { global: { plugins: [router] } })
  await nextTick()
  return { open, router }
}

it('closes what lies over the page at the first step back and leaves at the second', async () => {
  const { open, router } = await pageWithSheet()
  open.value = true
  router.back()
  await vi.waitFor(() => expect(open.value).toBe(false))
  expect(router.currentRoute.value.path).toBe('/deal')
  router.back()
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/'))
})

it('closes one thing at a step, what came last first', async () => {
  const { open, router } = await pageWithSheet()
  const over = ref(true)
  const dialog = {
    setup() {
      useBackCloses(() => (over.value = false))
      return () => null
    },
  }
  const shown = mount(dialog, { global: { plugins: [router] } })
  open.value = true
  router.back()
  await vi.waitFor(() => expect(over.value).toBe(false))
  expect(open.value).toBe(true)
  shown.unmount()
  router.back()
  await vi.waitFor(() => expect(open.value).toBe(false))
  expect(router.currentRoute.value.path).toBe('/deal')
})

it('does not take a way forward for a step back that the page refused', async () => {
  const { open, router } = await pageWithSheet()
  let refuses = true
  router.beforeResolve(() => !refuses)
  router.back()
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/deal'))
  refuses = false
  open.value = true
  await router.replace('/')
  expect(router.currentRoute.value.path).toBe('/')
})

it('is in nobody’s way forward', async () => {
  const { open, router } = await pageWithSheet()
  open.value = true
  await router.push('/')
  expect(router.currentRoute.value.path).toBe('/')
})
