/** Longest side in pixels that the market keeps; more only costs the neighbour's data. */
const LONGEST = 1600
const QUALITY = 0.85

/** The picture cannot be read by this browser. */
export class UnreadableImage extends Error {
  override readonly name = 'UnreadableImage'
}

/** Width and height of a picture fitted within a longest side; never enlarged. */
export function fitted(width: number, height: number, longest = LONGEST) {
  const factor = Math.min(1, longest / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

/**
 * Makes a photograph small enough to send over a phone's network: fitted, upright, JPEG on white.
 * Redrawing also leaves out where and with what it was taken.
 * @throws UnreadableImage when the browser cannot decode it
 */
export async function shrinkImage(file: Blob): Promise<Blob> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (error) {
    throw new UnreadableImage('The browser cannot decode the picture.', { cause: error })
  }
  try {
    const { width, height } = fitted(bitmap.width, bitmap.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (!context) throw new UnreadableImage('The browser gives no canvas.')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.drawImage(bitmap, 0, 0, width, height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => {
          if (blob) resolve(blob)
          else reject(new UnreadableImage('The browser cannot encode the picture.'))
        },
        'image/jpeg',
        QUALITY,
      )
    })
  } finally {
    bitmap.close()
  }
}
