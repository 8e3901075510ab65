import createClient from 'openapi-fetch'
import { authorizedFetch } from '@/session/access-tokens'
import { isRemembered } from '@/session/remembered'
import { tokens } from '@/session/tokens'
import { rememberingFetch } from './last-seen'
import type { paths as ChatPaths } from './generated/chat'
import type { paths as DealPaths } from './generated/deal'
import type { paths as MemberPaths } from './generated/member'
import type { paths as PayPaths } from './generated/pay'
import type { paths as PushPaths } from './generated/push'

const fetchAuthorized = authorizedFetch(tokens)

/** Who could not take up their session yet asks as nobody: to be refused is no answer to them. */
async function fetchAsMember(request: Request): Promise<Response> {
  const response = await fetchAuthorized(request)
  if (response.status === 401 && tokens.present === null && isRemembered())
    throw new TypeError('The session cannot be taken up yet.')
  return response
}
const fetchRemembered = rememberingFetch(fetchAsMember, () => tokens.present !== null)

export const memberApi = createClient<MemberPaths>({
  baseUrl: '/api/member',
  fetch: fetchAuthorized,
})
export const dealApi = createClient<DealPaths>({ baseUrl: '/api/deal', fetch: fetchRemembered })
export const payApi = createClient<PayPaths>({ baseUrl: '/api/pay', fetch: fetchAuthorized })
export const chatApi = createClient<ChatPaths>({ baseUrl: '/api/chat', fetch: fetchRemembered })
export const pushApi = createClient<PushPaths>({ baseUrl: '/api/push', fetch: fetchRemembered })

export { fetchAuthorized }
