import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { memberApi } from '@/api/clients'
import { forgetLastSeen } from '@/api/last-seen'
import { answer } from '@/api/problem'
import type { Neighbourhood, Profile, SignUpRequest } from '@/api/types'
import { forgetWaiting } from '@/chat/waiting'
import { deviceName } from './device-name'
import { forgetMember } from './forget'
import { isRemembered, remember, rememberedProfile } from './remembered'
import { toGrant, tokens } from './tokens'

/** Whoever signs out is out by then, whatever the line does. Milliseconds. */
const GOODBYE_WITHIN = 5000

/** `unreachable`: there is a session, but the server could not be asked yet. */
export type SessionPhase = 'unknown' | 'in' | 'out' | 'unreachable'

/** Who is signed in, and with which profile. */
export const useSession = defineStore('session', () => {
  const phase = ref<SessionPhase>('unknown')
  const profile = ref<Profile | null>(null)
  const signedIn = computed(() => phase.value === 'in')
  let restoring: Promise<void> | undefined
  let forgetting = Promise.resolve()

  function end() {
    forgetting = forgetMember()
    profile.value = null
    phase.value = 'out'
  }

  /** A start without a network shows the member as it was last. */
  function show(member: Profile) {
    remember(member)
    profile.value = member
  }

  function begin(member: Profile) {
    // Another member's leavings are not for this one, however that session ended.
    if (rememberedProfile()?.id !== member.id)
      void Promise.allSettled([forgetLastSeen(), forgetWaiting()])
    show(member)
    phase.value = 'in'
  }

  tokens.onEnd(end)
  tokens.onGrant((grant) => {
    // Somebody signed in, or another member did, in another tab: this one goes on as that member.
    if (phase.value === 'out' || (profile.value && profile.value.id !== grant.profile.id))
      begin(grant.profile)
  })

  async function restoreOnce() {
    if (!isRemembered()) {
      phase.value = 'out'
      return
    }
    try {
      await tokens.renew()
      if (tokens.present) begin(tokens.present.profile)
      else end()
    } catch {
      profile.value = rememberedProfile()
      phase.value = 'unreachable'
    }
  }

  return {
    phase,
    profile,
    signedIn,

    /** Takes up the session of an earlier visit; asked once, and again only while unreachable. */
    restore(): Promise<void> {
      if (phase.value === 'in' || phase.value === 'out') return Promise.resolve()
      restoring ??= restoreOnce().finally(() => {
        restoring = undefined
      })
      return restoring
    },

    /** @throws Problem 401 when login and password do not belong together */
    async signIn(login: string, password: string) {
      const device = deviceName()
      const session = await answer(
        memberApi.POST('/sessions', {
          body: { login, password, ...(device === '' ? {} : { device }) },
        }),
      )
      tokens.begin(toGrant(session))
      begin(session.member)
    },

    /** @throws Problem 409 when e-mail or nickname are taken */
    async signUp(request: SignUpRequest) {
      await answer(memberApi.POST('/members', { body: request }))
    },

    /** Ends the session here, in all tabs and at the server; offline it ends here at least. */
    async signOut() {
      try {
        await answer(
          memberApi.DELETE('/sessions/current', { signal: AbortSignal.timeout(GOODBYE_WITHIN) }),
        )
      } finally {
        tokens.end()
      }
    },

    /** Kept when nothing of the session that ended is left on this device. */
    forgotten: () => forgetting,

    /** The member has changed: shows it from now on. */
    show,

    async moveTo(neighbourhood: Neighbourhood) {
      show(await answer(memberApi.PUT('/members/me/neighbourhood', { body: neighbourhood })))
    },
  }
})
