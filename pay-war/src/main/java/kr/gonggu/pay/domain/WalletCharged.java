package kr.gonggu.pay.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Money came from the bank into a wallet.
 *
 * @param transferId the transfer
 * @param memberId whose wallet
 * @param amount in won
 * @param balance of the wallet afterwards, in won
 * @param at when it was asked for
 */
public record WalletCharged(
    UUID transferId, UUID memberId, long amount, long balance, Instant at) {}
