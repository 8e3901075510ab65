import { reactive, readonly } from 'vue'

/** What the operator chose for maps, as `/settings.json` has it. */
interface MapSettings {
  /** Address with {z}, {x}, {y}; empty for the drawn map alone. */
  tiles: string
  credit: string
  creditLink: string
}

/** So many misses without one hit, and the drawn map stays alone until the network changes. */
const MISSES = 4

const state = reactive({ tiles: '', credit: '', creditLink: '', failing: false })
let misses = 0
let hit = false
let asked: Promise<void> | undefined

async function ask() {
  const response = await fetch('/settings.json')
  if (!response.ok) throw new Error(`settings: ${response.status}`)
  const { map } = (await response.json()) as { map?: MapSettings }
  if (map) Object.assign(state, map)
}

function again() {
  misses = 0
  state.failing = false
}

/**
 * The tiles of all maps: where they are, and whether they come. A map shows what it has drawn itself
 * wherever they do not.
 */
export function useMapTiles() {
  return {
    state: readonly(state),
    /** Asks where the tiles are, once, when the first map comes into view. */
    begin() {
      asked ??= ask().catch(() => {
        asked = undefined
      })
      return asked
    },
    arrived() {
      hit = true
      misses = 0
    },
    missed() {
      misses++
      if (misses < MISSES || hit) return
      state.failing = true
      window.addEventListener('online', again, { once: true })
    },
  }
}
