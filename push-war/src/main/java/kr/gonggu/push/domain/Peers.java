package kr.gonggu.push.domain;

import java.util.Collection;
import java.util.UUID;

/** The other instances of this service. */
public interface Peers {

  /**
   * Says that inboxes have changed. Never blocks and never fails: what is lost on the way, they
   * find in the database at their next heartbeat.
   */
  void changed(Collection<UUID> members);

  /** Whether they can be reached at this moment. */
  boolean reachable();
}
