import { tokens } from '@/session/tokens'
import { Problem, toProblem } from './problem'

/** How much of what is sent has left the device, from 0 to 1. */
export type Progress = (share: number) => void

/** `fetch` does not say how far an upload is; this older way does. */
function post(path: string, file: Blob, token: string | null, progress: Progress) {
  return new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json')
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const retryAfter = request.getResponseHeader('Retry-After')
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: retryAfter === null ? {} : { 'Retry-After': retryAfter },
        }),
      )
    }
    request.onerror = () => reject(new Problem(0, 'NO_ANSWER'))
    const form = new FormData()
    form.append('file', file, 'picture.jpg')
    request.send(form)
  })
}

/**
 * Sends a picture to a service's collection of pictures, saying how far it is.
 * @param path the collection, as `/api/chat/images`
 * @returns the picture's id
 * @throws Problem when it was refused, or nobody answered
 */
export async function uploadPicture(
  path: string,
  file: Blob,
  progress: Progress = () => undefined,
): Promise<string> {
  const token = await tokens.token()
  let response = await post(path, file, token, progress)
  if (response.status === 401 && token !== null) {
    const renewed = await tokens.renew(token)
    if (renewed !== null) response = await post(path, file, renewed, progress)
  }
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw toProblem(response, body)
  return (body as { id: string }).id
}
