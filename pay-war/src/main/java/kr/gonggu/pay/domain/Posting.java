package kr.gonggu.pay.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What a transfer did to one account. Never changed: a wrong transfer is answered by another one.
 *
 * @param accountId the account
 * @param seq 1, 2, 3 … within the account, without gaps
 * @param transferId the transfer
 * @param amount in won; below zero where the money left
 * @param balanceAfter of the account, in won
 * @param postedAt never before the account's previous posting
 */
public record Posting(
    UUID accountId, long seq, UUID transferId, long amount, long balanceAfter, Instant postedAt) {}
