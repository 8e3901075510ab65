package kr.gonggu.deal.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSummary;

/**
 * The beginnings of lists, which everybody asks for, shown again for a second.
 *
 * <p>Who changes a deal sees it changed in the next list: a commit of this instance makes all of
 * them old. A commit of another instance is seen a second later at most. Shares are never given out
 * by what a list says.
 */
@ApplicationScoped
public class FirstPages {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST = 200;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Question(DealSearch search, int most) {}

  private record Answer(List<DealSummary> deals, Instant until, long change) {}

  /** What is known, or what the reader reads. */
  List<DealSummary> get(
      DealSearch search, int most, Instant now, Supplier<List<DealSummary>> reader) {
    Question question = new Question(search, most);
    Answer known = answers.get(question);
    // Before reading: what is committed meanwhile may be missing in what is read.
    long change = changes.get();
    if (known != null && known.change == change && now.isBefore(known.until)) {
      return known.deals;
    }
    List<DealSummary> deals = List.copyOf(reader.get());
    if (answers.size() >= MOST) {
      answers.clear();
    }
    answers.put(question, new Answer(deals, now.plus(FRESH), change));
    return deals;
  }

  /** A deal is changed by the current transaction. */
  void changing() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            changes.incrementAndGet();
          }
        });
  }
}
