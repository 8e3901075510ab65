package kr.gonggu.chat.domain;

/** What the other services are told, in the transaction of the state it tells of. */
public interface ChatEvents {

  /** A message was stored. */
  void messageSent(MessageSent event);
}
