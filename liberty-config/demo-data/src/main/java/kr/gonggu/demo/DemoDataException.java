package kr.gonggu.demo;

/** The market did not take the demo data; the message says what it refused. */
public final class DemoDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DemoDataException(String message) {
    super(message);
  }

  DemoDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
