package kr.gonggu.localstack;

/** Something a person can mend; the message is one clear sentence that says what and how. */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackException(String sentence) {
    super(sentence);
  }

  public StackException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
