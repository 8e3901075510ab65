package kr.gonggu.lib.event;

/**
 * An event that no repetition will make right. It goes to the dead-letter topic, where the message
 * of this exception is the header {@code dead-letter-reason}.
 */
public final class PoisonEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason one clear sentence for the operator
   */
  public PoisonEventException(String reason) {
    super(reason);
  }
}
