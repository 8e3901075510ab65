package kr.gonggu.pay.domain;

import java.time.Instant;

/**
 * Where an entry stands in a history, whatever the order.
 *
 * @param at its time
 * @param magnitude its amount in won, in or out
 * @param seq its number in the wallet
 */
public record HistoryPosition(Instant at, long magnitude, long seq) {}
