package kr.gonggu.pay.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;

/** Bank orders for one thread. */
final class InMemoryBankOrders implements BankOrders {

  private final Map<UUID, BankOrder> orders = new LinkedHashMap<>();

  @Override
  public void add(BankOrder order) {
    orders.put(order.id(), order);
  }

  @Override
  public Optional<BankOrder> find(UUID id) {
    return Optional.ofNullable(orders.get(id));
  }

  @Override
  public BankOrder lock(UUID id) {
    return find(id).orElseThrow(IllegalStateException::new);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return orders.values().stream()
        .filter(order -> order.due(now))
        .map(BankOrder::id)
        .limit(most)
        .toList();
  }

  @Override
  public List<BankOrder> pendingOf(UUID memberId) {
    return orders.values().stream()
        .filter(order -> order.memberId().equals(memberId) && order.pending())
        .toList();
  }
}
