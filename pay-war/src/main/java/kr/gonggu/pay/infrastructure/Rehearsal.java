package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kr.gonggu.pay.domain.BankAnswer;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankPatience;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a bank may do to its clients, to be rehearsed with the sandbox bank: amounts that end in
 * certain digits bring it about, as payment providers' sandboxes do it. Off unless {@code
 * gonggu.pay.sandbox.rehearsal} is {@code true}.
 *
 * <table>
 *   <caption>Endings of the amount in won</caption>
 *   <tr><td>…901</td><td>the first request is lost on its way</td></tr>
 *   <tr><td>…902</td><td>the first request is carried out, later than anybody waits</td></tr>
 *   <tr><td>…903</td><td>the bank refuses</td></tr>
 *   <tr><td>…904</td><td>the bank refuses, later than anybody waits</td></tr>
 * </table>
 */
@ApplicationScoped
public class Rehearsal {

  private static final int LOST = 901;
  private static final int LATE = 902;
  private static final int REFUSED = 903;
  private static final int REFUSED_LATE = 904;

  @Inject PayRuntime runtime;
  @Inject BankPatience patience;

  @Inject
  @ConfigProperty(name = "gonggu.pay.sandbox.rehearsal", defaultValue = "false")
  boolean on;

  /** Whether the bank is to refuse an order. */
  boolean refuses(BankOrder order) {
    int part = part(order);
    return part == REFUSED || part == REFUSED_LATE;
  }

  /**
   * Lets the bank answer, or fail to.
   *
   * @return the answer, or {@code UNKNOWN} when none came in time
   */
  BankAnswer play(BankOrder order, Supplier<BankAnswer> bank) {
    boolean first = order.attempts() == 1;
    return switch (part(order)) {
      case LOST -> first ? await(new CompletableFuture<>()) : bank.get();
      case LATE, REFUSED_LATE -> first ? await(late(bank)) : bank.get();
      default -> bank.get();
    };
  }

  private int part(BankOrder order) {
    return on ? (int) (order.amount() % 1_000) : 0;
  }

  private CompletableFuture<BankAnswer> late(Supplier<BankAnswer> bank) {
    CompletableFuture<BankAnswer> answer = new CompletableFuture<>();
    runtime.execute(
        () -> {
          if (!runtime.pause(patience.request().multipliedBy(2))) {
            answer.complete(bank.get());
          }
        });
    return answer;
  }

  private BankAnswer await(CompletableFuture<BankAnswer> answer) {
    try {
      return answer.get(patience.request().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return BankAnswer.unknown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return BankAnswer.unknown();
    }
  }
}
