import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const folder = process.env.PICTURES_DIR ?? 'target/pictures'

/** Keeps what a step looks like, for eyes: `<folder>/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: join(folder, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  })
}

/**
 * A photograph to upload, drawn here so that no foreign picture lives in the repository: mandarins in a
 * crate, as JPEG.
 */
export async function drawPhotograph(page: Page): Promise<Buffer> {
  const dataUrl = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1600
    canvas.height = 1200
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#c98f4e'
    context.fillRect(0, 0, 1600, 1200)
    context.fillStyle = '#8a5a2b'
    for (let y = 0; y < 1200; y += 300) context.fillRect(0, y, 1600, 26)
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 6; column++) {
        const x = 150 + column * 265 + (row % 2) * 60
        const y = 170 + row * 285
        const light = context.createRadialGradient(x - 40, y - 45, 10, x, y, 135)
        light.addColorStop(0, '#ffd27d')
        light.addColorStop(0.5, '#f79a1e')
        light.addColorStop(1, '#c96a08')
        context.fillStyle = light
        context.beginPath()
        context.arc(x, y, 128, 0, Math.PI * 2)
        context.fill()
        context.fillStyle = '#2f7d4f'
        context.beginPath()
        context.ellipse(x + 26, y - 112, 46, 18, -0.5, 0, Math.PI * 2)
        context.fill()
      }
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}
