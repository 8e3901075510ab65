/** Whether a neighbour is still in the market: who has left is called by two words, and no nickname has a space. */
export const isThere = (nickname: string | null | undefined): nickname is string =>
  typeof nickname === 'string' && !/\s/.test(nickname)
