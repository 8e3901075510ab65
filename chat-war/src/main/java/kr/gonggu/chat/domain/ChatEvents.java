package kr.gonggu.chat.domain;

import java.util.List;
import java.util.UUID;

/** What the other services are told, in the transaction of the state it tells of. */
public interface ChatEvents {

  /**
   * Messages were stored.
   *
   * @param events of one room in the order of their numbers
   */
  void messagesSent(UUID roomId, List<MessageSent> events);
}
