import type { PushState } from './web-push'

/** What stands between a member and notifications on this device, where steps of theirs remove it. */
export type PushObstacle = 'install' | 'blockedIos' | 'blockedAndroid' | 'blockedDesktop'

/** How many steps the messages have for each. */
export const STEPS: Record<PushObstacle, readonly ('one' | 'two' | 'three')[]> = {
  install: ['one', 'two', 'three'],
  blockedIos: ['one', 'two'],
  blockedAndroid: ['one', 'two', 'three'],
  blockedDesktop: ['one', 'two', 'three'],
}

/**
 * Which steps to tell.
 * @param browser its `maxTouchPoints` tells an iPad, which claims to be a Mac, from one
 * @returns nothing where notifications work, or where no step would help
 */
export function pushObstacle(
  state: PushState,
  browser: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>,
): PushObstacle | undefined {
  const { userAgent, maxTouchPoints } = browser
  const ios =
    /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
  // Apple gives Web Push only to what was put on the home screen (iOS and iPadOS 16.4 and later).
  if (state === 'unsupported') return ios ? 'install' : undefined
  if (state !== 'blocked') return undefined
  if (ios) return 'blockedIos'
  return userAgent.includes('Android') ? 'blockedAndroid' : 'blockedDesktop'
}
