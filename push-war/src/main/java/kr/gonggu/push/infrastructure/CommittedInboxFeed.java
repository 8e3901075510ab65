package kr.gonggu.push.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kr.gonggu.push.application.LiveInboxes;
import kr.gonggu.push.domain.InboxFeed;
import kr.gonggu.push.domain.Peers;

/** Wakes the streams of this instance directly and those of the others through Redis. */
@ApplicationScoped
public class CommittedInboxFeed implements InboxFeed {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  @Inject LiveInboxes live;
  @Inject Peers peers;

  @Override
  public void changed(Collection<UUID> members) {
    List<UUID> concerned = List.copyOf(members);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              live.wake(concerned);
              peers.changed(concerned);
            }
          }
        });
  }
}
