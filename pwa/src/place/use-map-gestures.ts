import type { Spot } from './mercator'
import type { Size } from './tiles'

/** What fingers, mouse and keys ask of a map. Pixels are those of the map's box. */
export interface MapMoves {
  /** The map is drawn along by so many pixels. */
  pan: (by: Spot) => void
  /** So many zooms closer (farther when negative), with what lies at a spot staying there. */
  zoom: (by: number, at: Spot) => void
  /** A tap or click that was no drag. */
  tap: (at: Spot) => void
  /** Fingers and keys rest. */
  rest: () => void
}

/** Less than this is a trembling finger and not a drag. */
const TREMBLE = 6
const KEY_STEP = 60
const ARROWS: Partial<Record<string, Spot>> = {
  ArrowLeft: { x: KEY_STEP, y: 0 },
  ArrowRight: { x: -KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: KEY_STEP },
  ArrowDown: { x: 0, y: -KEY_STEP },
}

/**
 * Turns a map's pointer, wheel and key events into moves: drag and pinch, two-finger trackpads, arrows and
 * + and −. A wheel zooms only with Ctrl, or while the map has the focus: else it would hold the page.
 * @param size the box's, in pixels
 */
export function useMapGestures(moves: MapMoves, size: () => Size) {
  const fingers = new Map<number, Spot>()
  let start: Spot | undefined
  let dragged = false

  const spotIn = (event: {
    clientX: number
    clientY: number
    currentTarget: EventTarget | null
  }) => {
    const box = (event.currentTarget as Element).getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  /** Middle of the fingers and how far apart they are. */
  function hold() {
    const [a, b] = [...fingers.values()]
    if (!a) return { x: 0, y: 0, apart: 0 }
    if (!b) return { ...a, apart: 0 }
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) }
  }

  function down(event: PointerEvent) {
    // A finger whose end was never told is not still there.
    if (event.isPrimary) fingers.clear()
    if (event.button !== 0 || fingers.size >= 2) return
    const spot = spotIn(event)
    fingers.set(event.pointerId, spot)
    if (fingers.size === 1) {
      start = spot
      dragged = false
    }
  }

  function move(event: PointerEvent) {
    if (!fingers.has(event.pointerId) || !start) return
    if (event.pointerType === 'mouse' && event.buttons === 0) {
      fingers.delete(event.pointerId)
      return
    }
    const spot = spotIn(event)
    if (!dragged && fingers.size === 1 && Math.hypot(spot.x - start.x, spot.y - start.y) < TREMBLE)
      return
    dragged = true
    // Not sooner: a captured pointer would click the map instead of the mark under it.
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    const before = hold()
    fingers.set(event.pointerId, spot)
    const after = hold()
    moves.pan({ x: after.x - before.x, y: after.y - before.y })
    if (before.apart > 0 && after.apart > 0)
      moves.zoom(Math.log2(after.apart / before.apart), { x: after.x, y: after.y })
  }

  function up(event: PointerEvent) {
    const spot = fingers.get(event.pointerId)
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    const onMark = (event.target as Element).closest('button, a') !== null
    if (dragged) moves.rest()
    else if (spot && event.type === 'pointerup' && !onMark) moves.tap(spot)
  }

  /** A drag that began on a mark does not press it. */
  function click(event: MouseEvent) {
    // A key's click (detail 0) is none of a drag's.
    if (!dragged || event.detail === 0) return
    dragged = false
    event.stopPropagation()
    event.preventDefault()
  }

  function wheel(event: WheelEvent) {
    const focused = (event.currentTarget as Element).contains(document.activeElement)
    if (!event.ctrlKey && !focused) return
    event.preventDefault()
    // A pinch on a trackpad comes as many small turns with Ctrl, a mouse's wheel as few large ones.
    const turn = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY
    moves.zoom(Math.max(-1, Math.min(1, -turn / (event.ctrlKey ? 100 : 240))), spotIn(event))
    moves.rest()
  }

  function key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = ARROWS[event.key]
    const { width, height } = size()
    if (step) moves.pan(step)
    else if (event.key === '+' || event.key === '=') moves.zoom(1, { x: width / 2, y: height / 2 })
    else if (event.key === '-') moves.zoom(-1, { x: width / 2, y: height / 2 })
    else return
    event.preventDefault()
    moves.rest()
  }

  return { down, move, up, click, wheel, key }
}
