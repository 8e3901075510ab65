package kr.gonggu.pay.domain.planted;

import org.eclipse.microprofile.reactive.messaging.Message;

/** Breaks the architecture on purpose, to prove that its rules are kept by more than good will. */
public final class KnowsKafka {

  /** A domain class that speaks of messages. */
  public Message<String> message() {
    return null;
  }
}
