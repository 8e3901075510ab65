package kr.gonggu.lib.event;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;

/** Which events a service has applied, recorded in the transaction of their effect. */
public final class Inbox {

  private final EntityManager entityManager;
  private final Clock clock;

  /**
   * @param entityManager the service's transaction-scoped entity manager
   * @param clock gives the time of receipt
   */
  public Inbox(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /**
   * Claims an event in the current transaction. A twin that is being applied elsewhere is waited
   * for.
   *
   * @return false when it was applied before
   */
  public boolean accept(IncomingEvent event) {
    return entityManager
            .createNativeQuery(
                "INSERT IGNORE INTO inbox (source, event_id, received_at) VALUES (?1, ?2, ?3)")
            .setParameter(1, event.source())
            .setParameter(2, event.id())
            .setParameter(3, Timestamp.from(clock.instant()))
            .executeUpdate()
        == 1;
  }
}
