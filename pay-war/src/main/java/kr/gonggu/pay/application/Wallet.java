package kr.gonggu.pay.application;

/**
 * A member's money.
 *
 * @param balance all of it in the wallet, in won
 * @param held the part of it that is promised, in won
 * @param available what can be spent, in won
 * @param bankBalance what the member's bank account still holds, in won
 */
public record Wallet(long balance, long held, long available, long bankBalance) {}
