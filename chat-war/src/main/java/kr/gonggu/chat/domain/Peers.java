package kr.gonggu.chat.domain;

/** The other instances of this service. */
public interface Peers {

  /**
   * Tells them something. Never blocks and never fails: what is lost on the way they fetch from the
   * database.
   */
  void tell(Signal signal);

  /** Whether they can be reached at this moment. */
  boolean reachable();
}
