package kr.gonggu.pay.domain;

import java.time.Instant;

/**
 * Which part of a wallet's history, and in which order. Everything but the order may be null, which
 * means all.
 *
 * @param direction whether money came or went
 * @param kind why it moved
 * @param from the earliest moment, itself included
 * @param to the moment at which it ends, itself not included
 * @param order the order
 */
public record HistoryFilter(
    Direction direction, TransferKind kind, Instant from, Instant to, Order order) {

  /** Whether money came or went, seen from the wallet. */
  public enum Direction {
    IN,
    OUT
  }

  /** What comes first. */
  public enum Order {
    /** The latest posting. */
    NEWEST,
    /** The greatest amount, in or out; of equal ones the latest. */
    AMOUNT
  }
}
