import { describe, expect, it, vi } from 'vitest'
import { useMapGestures, type MapMoves } from './use-map-gestures'

function map() {
  const box = document.createElement('div')
  box.setPointerCapture = () => undefined
  const mark = box.appendChild(document.createElement('button'))
  document.body.append(box)
  const moves = {
    pan: vi.fn<MapMoves['pan']>(),
    zoom: vi.fn<MapMoves['zoom']>(),
    tap: vi.fn<MapMoves['tap']>(),
    rest: vi.fn<MapMoves['rest']>(),
  }
  const gestures = useMapGestures(moves, () => ({ width: 400, height: 300 }))
  box.addEventListener('pointerdown', gestures.down)
  box.addEventListener('pointermove', gestures.move)
  box.addEventListener('pointerup', gestures.up)
  box.addEventListener('keydown', gestures.key)
  box.addEventListener('wheel', gestures.wheel)
  const pressed = vi.fn()
  mark.addEventListener('click', pressed)
  box.addEventListener('click', gestures.click, { capture: true })

  const finger = (type: string, x: number, y: number, pointerId = 1, target: Element = box) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        pointerId,
        isPrimary: pointerId === 1,
        pointerType: 'touch',
        clientX: x,
        clientY: y,
        button: 0,
        bubbles: true,
      }),
    )
  return { box, mark, moves, pressed, finger }
}

describe('a map', () => {
  it('goes along with a finger, and a tremble is a tap', () => {
    const { moves, finger } = map()
    finger('pointerdown', 100, 100)
    finger('pointermove', 103, 102)
    finger('pointerup', 103, 102)
    expect(moves.pan).not.toHaveBeenCalled()
    expect(moves.tap).toHaveBeenCalledWith({ x: 100, y: 100 })

    finger('pointerdown', 100, 100)
    finger('pointermove', 130, 90)
    finger('pointerup', 130, 90)
    expect(moves.pan).toHaveBeenCalledWith({ x: 30, y: -10 })
    expect(moves.rest).toHaveBeenCalledOnce()
    expect(moves.tap).toHaveBeenCalledOnce()
  })

  it('comes closer when two fingers part', () => {
    const { moves, finger } = map()
    finger('pointerdown', 100, 100)
    finger('pointerdown', 200, 100, 2)
    finger('pointermove', 300, 100, 2)
    expect(moves.zoom).toHaveBeenCalledWith(1, { x: 200, y: 100 })
  })

  it('presses no mark on which a drag began, but one that was tapped or chosen by a key', () => {
    const { mark, moves, pressed, finger } = map()
    finger('pointerdown', 100, 100, 1, mark)
    finger('pointermove', 160, 100, 1, mark)
    finger('pointerup', 160, 100, 1, mark)
    mark.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }))
    expect(pressed).not.toHaveBeenCalled()

    finger('pointerdown', 100, 100, 1, mark)
    finger('pointerup', 100, 100, 1, mark)
    mark.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }))
    mark.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }))
    expect(pressed).toHaveBeenCalledTimes(2)
    expect(moves.tap).not.toHaveBeenCalled()
  })

  it('moves by keys, and leaves the others to the page', () => {
    const { box, moves } = map()
    const key = (name: string) => {
      const event = new KeyboardEvent('keydown', { key: name, cancelable: true })
      box.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(key('ArrowRight')).toBe(true)
    expect(moves.pan).toHaveBeenCalledWith({ x: -60, y: 0 })
    expect(key('+')).toBe(true)
    expect(moves.zoom).toHaveBeenCalledWith(1, { x: 200, y: 150 })
    expect(key('Tab')).toBe(false)
  })

  it('lets the wheel move the page until someone is at the map', () => {
    const { box, mark, moves } = map()
    const turn = () => {
      const event = new WheelEvent('wheel', { deltaY: 100, cancelable: true })
      box.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(turn()).toBe(false)
    mark.focus()
    expect(turn()).toBe(true)
    expect(moves.zoom).toHaveBeenCalledOnce()
  })
})
