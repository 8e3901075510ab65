import { onScopeDispose, reactive } from 'vue'
import { dealApi } from '@/api/clients'
import { answer, asProblem, type Problem } from '@/api/problem'
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
}

/** How many pictures a deal shows. */
export const MOST_PICTURES = 8

/** Pictures for a deal being written: shrunk and sent while the member goes on writing. */
export function useDealImages() {
  const pictures = reactive<PictureDraft[]>([])
  let made = 0

  async function send(picture: PictureDraft) {
    if (!picture.file) return
    picture.state = 'sending'
    delete picture.problem
    try {
      const small = await shrinkImage(picture.file)
      const body = new FormData()
      body.append('file', small, 'picture.jpg')
      const { id } = await answer(
        dealApi.POST('/images', {
          // The contract's type is the document's; what travels is the form itself.
          body: body as never,
          bodySerializer: (form: unknown) => form as FormData,
        }),
      )
      picture.id = id
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
    add(files: Iterable<File>) {
      for (const file of files) {
        if (pictures.length >= MOST_PICTURES) return
        pictures.push({
          key: ++made,
          preview: URL.createObjectURL(file),
          state: 'sending',
          file,
        })
        const picture = pictures.at(-1)
        if (picture) void send(picture)
      }
    },
    /** Begins with the pictures that the deal has. */
    keep(ids: readonly string[]) {
      pictures.splice(
        0,
        pictures.length,
        ...ids.map(
          (id) => ({ key: ++made, preview: dealImage(id, 'thumb'), state: 'sent', id }) as const,
        ),
      )
    },
    retry: send,
    remove,
    move,
  }
}
