/** What a purchase comes to per share. All in whole won. */
export interface PriceSplit {
  pricePerShare: number
  /** What the division leaves over; the host bears it, so that the parts add up to the total. */
  remainder: number
  /** What the host pays for their own shares and the remainder. */
  hostPays: number
}

/**
 * Divides a total among shares to the won.
 * @returns nothing while the numbers make no deal
 */
export function splitPrice(
  totalPrice: number | null,
  shares: number,
  hostShares: number,
): PriceSplit | undefined {
  if (
    totalPrice === null ||
    totalPrice < shares ||
    shares < 2 ||
    hostShares < 0 ||
    hostShares >= shares
  )
    return undefined
  const pricePerShare = Math.floor(totalPrice / shares)
  const remainder = totalPrice - pricePerShare * shares
  return { pricePerShare, remainder, hostPays: pricePerShare * hostShares + remainder }
}
