package kr.gonggu.pay.application;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.Transfer;
import kr.gonggu.pay.domain.TransferKind;

/**
 * What a member gets for money that was moved.
 *
 * @param id of the transfer
 * @param kind why it moved
 * @param amount in won
 * @param balance of the member's wallet afterwards, in won
 * @param available what the member can spend afterwards, in won
 * @param at when it was asked for
 * @param toNickname who received it, or null when that was not a member
 * @param dealId the deal it was for, or null
 * @param memo what the member wrote, or null
 */
public record Receipt(
    UUID id,
    TransferKind kind,
    long amount,
    long balance,
    long available,
    Instant at,
    String toNickname,
    UUID dealId,
    String memo) {

  static Receipt of(Transfer transfer, Account wallet, String toNickname) {
    return new Receipt(
        transfer.id(),
        transfer.kind(),
        transfer.amount(),
        wallet.balance(),
        wallet.available(),
        transfer.createdAt(),
        toNickname,
        transfer.dealId(),
        transfer.memo());
  }
}
