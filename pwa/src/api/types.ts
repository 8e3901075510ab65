/**
 * The answers and requests the screens speak of, taken from the generated contracts by path, so that a
 * service may rename its schemas but not their shape.
 */
import type { paths as ChatPaths } from './generated/chat'
import type { paths as DealPaths } from './generated/deal'
import type { paths as MemberPaths } from './generated/member'
import type { paths as PayPaths } from './generated/pay'
import type { paths as PushPaths } from './generated/push'

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never
type Answer<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 ? Json<Responses[Status]> : never
    }[keyof Responses]
  : never
type Request<Operation> = Operation extends { requestBody?: infer Body }
  ? Json<NonNullable<Body>>
  : never
type Item<T> = T extends { items: (infer I)[] } ? I : never

export type Profile = Answer<MemberPaths['/members/me']['get']>
export type SignedIn = Answer<MemberPaths['/sessions']['post']>
export type Neighbourhood = Request<MemberPaths['/members/me/neighbourhood']['put']>
export type PublicProfile = Answer<MemberPaths['/members/{id}']['get']>
export type DeviceSession = Item<Answer<MemberPaths['/sessions']['get']>>
export type ProfileChange = Request<MemberPaths['/members/me']['patch']>
export type SignUpRequest = Request<MemberPaths['/members']['post']>

export type DealSummary = Item<Answer<DealPaths['/deals']['get']>>
export type DealDetail = Answer<DealPaths['/deals/{id}']['get']>
export type TransactionsQuery = NonNullable<PayPaths['/transactions']['get']['parameters']['query']>
export type DealQuery = NonNullable<DealPaths['/deals']['get']['parameters']['query']>
export type DealStep = Request<DealPaths['/deals/{id}/status']['post']>['to']
export type EditDealRequest = Request<DealPaths['/deals/{id}']['patch']>
export type OpenDealRequest = Request<DealPaths['/deals']['post']>
export type Category = Answer<DealPaths['/categories']['get']>[number]
export type DealRevision = Item<Answer<DealPaths['/deals/{id}/revisions']['get']>>
export type Participant = Item<Answer<DealPaths['/deals/{id}/enrollments']['get']>>
export type EnrolledDeal = Item<Answer<DealPaths['/me/enrolled']['get']>>
export type DealStatus = DealSummary['status']
export type Place = OpenDealRequest['pickup']

export type Wallet = Answer<PayPaths['/wallet']['get']>
export type Transaction = Item<Answer<PayPaths['/transactions']['get']>>
export type RemittanceRequest = Request<PayPaths['/remittances']['post']>

export type RoomPage = Answer<ChatPaths['/rooms']['get']>
export type Room = Item<RoomPage>
export type MessagePage = Answer<ChatPaths['/rooms/{dealId}/messages']['get']>
export type RoomMessage = Item<MessagePage>

export type PushPreferences = Answer<PushPaths['/preferences']['get']>
export type NotificationKind = PushPreferences['muted'][number]
export type InboxEntry = Item<Answer<PushPaths['/inbox']['get']>>
