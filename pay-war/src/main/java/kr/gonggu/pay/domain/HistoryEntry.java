package kr.gonggu.pay.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a wallet's history.
 *
 * @param seq number of the posting in the wallet
 * @param transferId the transfer
 * @param kind why the money moved
 * @param amount in won; below zero where it left the wallet
 * @param balanceAfter of the wallet, in won
 * @param at when it was booked
 * @param counterpartyId the other member, or null when it was the bank
 * @param counterpartyNickname the other member's nickname now, or null when it is not known
 * @param dealId the deal it was for, or null
 * @param memo what the sender wrote, or null
 */
public record HistoryEntry(
    long seq,
    UUID transferId,
    TransferKind kind,
    long amount,
    long balanceAfter,
    Instant at,
    UUID counterpartyId,
    String counterpartyNickname,
    UUID dealId,
    String memo) {

  /** Where this entry stands. */
  public HistoryPosition position() {
    return new HistoryPosition(at, Math.abs(amount), seq);
  }
}
