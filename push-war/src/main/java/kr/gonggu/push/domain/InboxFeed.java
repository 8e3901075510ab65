package kr.gonggu.push.domain;

import java.util.Collection;
import java.util.UUID;

/** Where a changed inbox is made known, to be seen live. */
public interface InboxFeed {

  /**
   * Tells open streams, on this and every other instance, once the current transaction has
   * committed; not at all when it rolls back.
   */
  void changed(Collection<UUID> members);
}
