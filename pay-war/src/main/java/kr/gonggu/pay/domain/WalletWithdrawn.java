package kr.gonggu.pay.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Money went from a wallet back to the bank.
 *
 * @param transferId the transfer
 * @param memberId whose wallet
 * @param amount in won
 * @param balance of the wallet afterwards, in won
 * @param at when it was asked for
 */
public record WalletWithdrawn(
    UUID transferId, UUID memberId, long amount, long balance, Instant at) {}
