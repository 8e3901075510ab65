package kr.gonggu.pay.application;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.domain.BankOrder;

/**
 * Money on its way between bank and wallet.
 *
 * @param id of the order, and of the transfer that it makes in the wallet
 * @param kind which way it goes
 * @param amount in won
 * @param at when it was asked for
 */
public record PendingOrder(UUID id, BankOrder.Kind kind, long amount, Instant at) {

  static PendingOrder of(BankOrder order) {
    return new PendingOrder(order.id(), order.kind(), order.amount(), order.createdAt());
  }
}
