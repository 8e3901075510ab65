package kr.gonggu.pay.application;

import java.util.List;

/**
 * A member's money.
 *
 * @param balance all of it in the wallet, in won
 * @param held the part of it that is promised, in won
 * @param available what can be spent, in won
 * @param bankBalance what the member's bank account still holds, in won
 * @param playMoney whether the bank's money is only to play with
 * @param pending what is on its way between bank and wallet, the oldest first
 */
public record Wallet(
    long balance,
    long held,
    long available,
    long bankBalance,
    boolean playMoney,
    List<PendingOrder> pending) {}
