import { beforeEach, describe, expect, it, vi } from 'vitest'

const SETTINGS = {
  map: { tiles: '/t/{z}/{x}/{y}.png', credit: '지도', creditLink: '' },
}

async function fresh(answer: () => Promise<Response>) {
  vi.resetModules()
  const asked = vi.fn<() => Promise<Response>>(answer)
  vi.stubGlobal('fetch', asked)
  const { useMapTiles } = await import('./map-tiles')
  return { tiles: useMapTiles(), asked }
}

describe('the tiles of maps', () => {
  beforeEach(() => {
    vi.unstubAllGlobals()
  })

  it('are asked for once, whatever the number of maps', async () => {
    const { tiles, asked } = await fresh(() => Promise.resolve(Response.json(SETTINGS)))
    await Promise.all([tiles.begin(), tiles.begin()])
    expect(asked).toHaveBeenCalledOnce()
    expect(tiles.state.tiles).toBe('/t/{z}/{x}/{y}.png')
  })

  it('are none while nobody says where they are, and are asked for again by the next map', async () => {
    const { tiles, asked } = await fresh(() => Promise.resolve(new Response('', { status: 502 })))
    await tiles.begin()
    expect(tiles.state.tiles).toBe('')
    await tiles.begin()
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('are given up when none comes, until the network is back', async () => {
    const { tiles } = await fresh(() => Promise.resolve(Response.json(SETTINGS)))
    await tiles.begin()
    for (let miss = 0; miss < 4; miss++) tiles.missed()
    expect(tiles.state.failing).toBe(true)
    window.dispatchEvent(new Event('online'))
    expect(tiles.state.failing).toBe(false)
  })

  it('may have holes', async () => {
    const { tiles } = await fresh(() => Promise.resolve(Response.json(SETTINGS)))
    await tiles.begin()
    tiles.arrived()
    for (let miss = 0; miss < 9; miss++) tiles.missed()
    expect(tiles.state.failing).toBe(false)
  })
})
