package kr.gonggu.benchmark;

/** Why the benchmark cannot go on, in a sentence for the operator. */
final class BenchmarkException extends RuntimeException {

  BenchmarkException(String sentence) {
    super(sentence);
  }

  BenchmarkException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
