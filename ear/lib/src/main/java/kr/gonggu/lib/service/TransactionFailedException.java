package kr.gonggu.lib.service;

/** A transaction could not begin or commit; nothing of it was kept. */
public final class TransactionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TransactionFailedException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
