package kr.gonggu.deal.infrastructure;

import static kr.gonggu.deal.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSort;
import kr.gonggu.deal.domain.DealStatus;
import org.junit.jupiter.api.Test;

/** Lists are read once a second, and at once after a change. */
class FirstPagesTest {

  private static final DealSearch NEWEST = search(DealSort.NEWEST);

  private final List<Synchronization> registered = new ArrayList<>();
  private final FirstPages pages = new FirstPages();
  private int reads;

  FirstPagesTest() {
    pages.transactions =
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> registered.add((Synchronization) arguments[0]));
  }

  @Test
  void aSecondOfReadersIsAnsweredByOneRead() {
    read(NEWEST, NOW);
    read(NEWEST, NOW.plusMillis(999));
    assertThat(reads).isEqualTo(1);

    read(NEWEST, NOW.plusMillis(1000));
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void otherQuestionsHaveOtherAnswers() {
    read(NEWEST, NOW);
    read(search(DealSort.POPULAR), NOW);

    assertThat(reads).isEqualTo(2);
  }

  @Test
  void whoChangedADealSeesItInTheNextList() {
    read(NEWEST, NOW);
    change();
    read(NEWEST, NOW);

    assertThat(reads).isEqualTo(2);
  }

  @Test
  void whatWasReadWhileADealChangedIsNotShownAgain() {
    pages.get(
        NEWEST,
        11,
        NOW,
        () -> {
          change();
          return List.of();
        });
    read(NEWEST, NOW);

    assertThat(reads).isEqualTo(1);
  }

  private void change() {
    pages.changing();
    registered.get(registered.size() - 1).afterCompletion(Status.STATUS_COMMITTED);
  }

  private void read(DealSearch search, Instant now) {
    pages.get(
        search,
        11,
        now,
        () -> {
          reads++;
          return List.of();
        });
  }

  private static DealSearch search(DealSort sort) {
    return new DealSearch(
        List.of(), null, null, null, null, EnumSet.of(DealStatus.RECRUITING), sort);
  }
}
