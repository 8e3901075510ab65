package kr.gonggu.chat.domain;

import java.util.List;

/** Where new entries go to be seen live. */
public interface RoomFeed {

  /**
   * Tells open connections, on this and every other instance, once the current transaction has
   * committed; not at all when it rolls back.
   *
   * @param entries of one room in the order of their numbers
   */
  void appended(List<EntryView> entries);
}
