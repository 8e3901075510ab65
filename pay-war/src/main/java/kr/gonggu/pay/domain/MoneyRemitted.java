package kr.gonggu.pay.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A member sent money to another.
 *
 * @param transferId the transfer
 * @param fromId the sender
 * @param fromNickname of the sender
 * @param toId the receiver
 * @param toNickname of the receiver
 * @param amount in won
 * @param dealId the deal it is for, or null
 * @param memo what the sender wrote, or null
 * @param at when it was sent
 */
public record MoneyRemitted(
    UUID transferId,
    UUID fromId,
    String fromNickname,
    UUID toId,
    String toNickname,
    long amount,
    UUID dealId,
    String memo,
    Instant at) {}
