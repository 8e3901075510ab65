/** Milliseconds after which a step is taken although no frame was drawn, as in a tab that is hidden. */
const NO_FRAME = 250

/**
 * Calls once, in a task of its own after what there is has been drawn.
 *
 * @returns what calls it off
 */
export function afterFrame(go: () => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    clearTimeout(task)
    task = setTimeout(go)
  })
  task = setTimeout(() => {
    cancelAnimationFrame(frame)
    go()
  }, NO_FRAME)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(task)
  }
}
