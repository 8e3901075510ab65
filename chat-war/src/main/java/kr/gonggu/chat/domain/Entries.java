package kr.gonggu.chat.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Everything that was said and noticed. */
public interface Entries {

  /** Adds an entry. */
  void add(Entry entry);

  /**
   * Messages that were stored before, so that a retry is recognised.
   *
   * @param names senders and their own names for the messages
   */
  List<Entry> known(UUID roomId, Collection<Sent> names);

  /**
   * A part of a room's history in the order of numbers.
   *
   * @param after only later numbers
   * @param upTo only up to this number
   * @param limit at most this many, the earliest of them
   */
  List<EntryView> after(UUID roomId, long after, long upTo, int limit);

  /**
   * A part of a room's history in the order of numbers.
   *
   * @param before only earlier numbers
   * @param limit at most this many, the latest of them
   */
  List<EntryView> before(UUID roomId, long before, int limit);

  /**
   * A sender's own name for a message.
   *
   * @param senderId who
   * @param clientId the name
   */
  record Sent(UUID senderId, String clientId) {}
}
