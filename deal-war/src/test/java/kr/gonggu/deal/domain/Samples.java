package kr.gonggu.deal.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Deals as tests need them. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  public static final Instant DEADLINE = NOW.plus(7, ChronoUnit.DAYS);
  public static final UUID HOST = new UUID(0x0193_7b1e_6c00_7a10L, 0xa1);

  private Samples() {}

  public static DealPresentation presentation() {
    return new DealPresentation(
        "제주 감귤 10kg", "노지 감귤이에요", Category.PRODUCE, null, List.of("감귤"), List.of());
  }

  public static DealTerms terms(long totalPrice, int shares, int hostShares) {
    return new DealTerms(
        new PriceSplit(totalPrice, shares),
        hostShares,
        "kg",
        BigDecimal.ONE,
        DEADLINE,
        new Pickup(37.500622, 127.036456, "역삼동 주민센터 앞"));
  }

  /** Ten shares of 3 000 won, one of them the host's. */
  public static Deal deal() {
    return Deal.open(
        UUID.randomUUID(), HOST, presentation(), terms(30_005, 10, 1), PaymentMethod.DIRECT, NOW);
  }
}
