import { onScopeDispose, reactive } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { uploadPicture } from '@/api/upload'
import { shrinkImage, UnreadableImage } from '@/ui/shrink-image'
import { dealImage } from './deal-image'

export interface PictureDraft {
  key: number
  preview: string
  state: 'sending' | 'sent' | 'failed' | 'unreadable'
  /** Nothing for one that the deal has already. */
  file?: Blob
  id?: string
  problem?: Problem
  /** How much of it has left the device, from 0 to 1. */
  sent: number
}

/** As many as the deal service takes. */
export const MOST_PICTURES = 10

/** Pictures for a deal being written: shrunk and sent while the member goes on writing. */
export function useDealImages() {
  const pictures = reactive<PictureDraft[]>([])
  let made = 0

  async function send(picture: PictureDraft) {
    if (!picture.file) return
    picture.state = 'sending'
    picture.sent = 0
    delete picture.problem
    try {
      picture.id = await uploadPicture(
        '/api/deal/images',
        await shrinkImage(picture.file),
        (share) => (picture.sent = share),
      )
      picture.state = 'sent'
    } catch (error) {
      picture.state = error instanceof UnreadableImage ? 'unreadable' : 'failed'
      if (picture.state === 'failed') picture.problem = asProblem(error)
    }
  }

  function remove(picture: PictureDraft) {
    const index = pictures.findIndex(({ key }) => key === picture.key)
    if (index < 0) return
    pictures.splice(index, 1)
    URL.revokeObjectURL(picture.preview)
  }

  /** Moves a picture to another place; the first one is what lists show. */
  function move(picture: PictureDraft, place: number) {
    const from = pictures.findIndex(({ key }) => key === picture.key)
    const to = Math.min(Math.max(place, 0), pictures.length - 1)
    if (from < 0 || from === to) return
    const [moved] = pictures.splice(from, 1)
    if (moved) pictures.splice(to, 0, moved)
  }

  onScopeDispose(() => {
    for (const picture of pictures) URL.revokeObjectURL(picture.preview)
  })

  return {
    pictures,
    /** @returns how many were left out because a deal shows no more */
    add(files: Iterable<File>) {
      let leftOut = 0
      for (const file of files) {
        if (pictures.length >= MOST_PICTURES) {
          leftOut++
          continue
        }
        pictures.push({
          key: ++made,
          preview: URL.createObjectURL(file),
          state: 'sending',
          sent: 0,
          file,
        })
        const picture = pictures.at(-1)
        if (picture) void send(picture)
      }
      return leftOut
    },
    /** Begins with the pictures that the deal has. */
    keep(ids: readonly string[]) {
      pictures.splice(
        0,
        pictures.length,
        ...ids.map(
          (id) =>
            ({ key: ++made, preview: dealImage(id, 'thumb'), state: 'sent', sent: 1, id }) as const,
        ),
      )
    },
    retry: send,
    remove,
    move,
  }
}
