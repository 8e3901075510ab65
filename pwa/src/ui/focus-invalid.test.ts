import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref, withDirectives } from 'vue'
import { vFocusInvalid } from './focus-invalid'

function form() {
  const invalid = ref<string>()
  const field = (name: string) =>
    h('input', { name, 'aria-invalid': invalid.value === name ? 'true' : undefined })
  const page = defineComponent({
    render: () => withDirectives(h('form', [field('name'), field('password')]), [[vFocusInvalid]]),
  })
  const mounted = mount(page, { attachTo: document.body })
  return { invalid, form: mounted.get('form'), password: mounted.get('[name=password]') }
}

it('goes to what is wrong, also when the server says so later', async () => {
  const { invalid, form: written, password } = form()
  await written.trigger('submit')
  await nextTick()
  invalid.value = 'password'
  await nextTick()
  expect(document.activeElement).toBe(password.element)
})

it('goes there again when nothing has changed', async () => {
  const { invalid, form: written, password } = form()
  invalid.value = 'password'
  await nextTick()
  expect(document.activeElement).not.toBe(password.element)
  await written.trigger('submit')
  await vi.waitFor(() => expect(document.activeElement).toBe(password.element))
})

it('leaves alone who goes on writing', async () => {
  const { invalid, form: written, password } = form()
  await written.trigger('submit')
  await password.trigger('input')
  invalid.value = 'name'
  await nextTick()
  expect((document.activeElement as HTMLInputElement).name).not.toBe('name')
})
