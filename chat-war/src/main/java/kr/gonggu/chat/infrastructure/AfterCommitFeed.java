package kr.gonggu.chat.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import kr.gonggu.chat.application.LiveRooms;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.RoomFeed;

/** Shows entries live as soon as they are durable, and never before. */
@ApplicationScoped
public class AfterCommitFeed implements RoomFeed {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  @Inject LiveRooms liveRooms;

  @Override
  public void appended(List<EntryView> entries) {
    if (entries.isEmpty()) {
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              liveRooms.appended(entries);
            }
          }
        });
  }
}
