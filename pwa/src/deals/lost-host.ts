/**
 * Whether a cancelled deal lost its host: a host who calls a deal off has to say why.
 * @param reason what news of it quotes
 */
export const lostHost = (reason: unknown): boolean => !reason
