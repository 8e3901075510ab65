package kr.gonggu.pay.application;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.HistoryEntry;
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
 * @param pending whether the bank's answer is not known yet
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
    String memo,
    boolean pending) {

  /** Of an order that has changed the wallet. */
  static Receipt of(BankOrder order) {
    return of(order, order.balance(), order.available());
  }

  /** Of an order, with the wallet's money in won. */
  static Receipt of(BankOrder order, long balance, long available) {
    return new Receipt(
        order.id(),
        order.kind() == BankOrder.Kind.CHARGE ? TransferKind.CHARGE : TransferKind.WITHDRAWAL,
        order.amount(),
        balance,
        available,
        order.createdAt(),
        null,
        null,
        null,
        order.pending());
  }

  /** Of a remittance that was booked before; the ledger remembers it. */
  static Receipt of(HistoryEntry sent, long held) {
    return new Receipt(
        sent.transferId(),
        sent.kind(),
        Math.abs(sent.amount()),
        sent.balanceAfter(),
        sent.balanceAfter() - held,
        sent.at(),
        sent.counterpartyNickname(),
        sent.dealId(),
        sent.memo(),
        false);
  }

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
        transfer.memo(),
        false);
  }
}
