package kr.gonggu.pay.domain;

import java.util.UUID;

/**
 * A member asks for money to be moved.
 *
 * @param memberId who asks
 * @param key the idempotency key of the request
 * @param amount in won
 */
public record MoneyRequest(UUID memberId, String key, long amount) {}
