import type { ObjectDirective } from 'vue'

interface Watched extends HTMLFormElement {
  /** Whether a submission waits for what is wrong with it. */
  submitted?: boolean
}

function focusFirst(form: Watched) {
  const invalid = form.submitted && form.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (!invalid) return
  form.submitted = false
  invalid.focus()
}

/**
 * Takes the focus to the first field that is wrong after a form was submitted, whether the page or the
 * server found it: there its error is read out (WCAG 2.2, 3.3.1). Who goes on writing is left alone.
 */
export const vFocusInvalid: ObjectDirective<Watched> = {
  mounted(form) {
    form.addEventListener('submit', () => {
      form.submitted = true
      requestAnimationFrame(() => focusFirst(form))
    })
    form.addEventListener('input', () => (form.submitted = false))
  },
  updated: focusFirst,
}
