/**
 * Where to go after signing in: the screen that asked for it, if it is one of ours.
 * @param wish an address from the query; anything that could lead elsewhere is ignored
 */
export function wayBack(wish: unknown): string {
  return typeof wish === 'string' && /^\/(?![/\\])/.test(wish) ? wish : '/home'
}
