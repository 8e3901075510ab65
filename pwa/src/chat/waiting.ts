import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A message that has no number yet, as it is written down on this device. */
export interface WaitingMessage {
  /** Whose it is: nobody else's session sends or sees it. */
  memberId: string
  roomId: string
  /** Stays the same however often it is sent, so that the service stores it once. */
  clientId: string
  text: string
  /** Set once the picture is with the service. */
  imageId?: string | undefined
  /** A picture that is still to be sent. */
  picture?: Blob | undefined
  at: string
  state: 'sending' | 'failed'
  /** Its picture cannot be read: it is kept to be given up. */
  unreadable?: boolean
}

interface Written extends DBSchema {
  waiting: { key: string; value: WaitingMessage; indexes: { memberId: string } }
}

let opening: Promise<IDBPDatabase<Written>> | undefined

/** A browser that forbids the database is asked again the next time. */
function database() {
  opening ??= openDB<Written>('gonggu', 1, {
    upgrade(db) {
      db.createObjectStore('waiting', { keyPath: 'clientId' }).createIndex('memberId', 'memberId')
    },
    terminated() {
      opening = undefined
    },
  }).catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

/** Writes a message down, or what has become of it. */
export async function keepWaiting(message: WaitingMessage): Promise<void> {
  await (await database()).put('waiting', message)
}

/** Strikes a message off that has its number, or that its member gave up. */
export async function dropWaiting(clientId: string): Promise<void> {
  await (await database()).delete('waiting', clientId)
}

/** What a member has still to send, in the order in which it was written. */
export async function waitingOf(memberId: string): Promise<WaitingMessage[]> {
  const all = await (await database()).getAllFromIndex('waiting', 'memberId', memberId)
  return all.sort((a, b) => a.at.localeCompare(b.at))
}

/** Leaves no member's message on this device. */
export async function forgetWaiting(): Promise<void> {
  await (await database()).clear('waiting')
}
