package kr.gonggu.chat.domain.planted;

import jakarta.websocket.Session;

/** Breaks the architecture on purpose, to prove that its rules are kept by more than good will. */
public final class KnowsWebSocket {

  /** A domain class that writes to a socket. */
  public Session session() {
    return null;
  }
}
