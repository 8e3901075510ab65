package kr.gonggu.localstack;

import java.util.Optional;

/** One of the servers that make up a stack. It may be stopped and started again on its port. */
public sealed interface StackServer permits MysqlServer, KafkaBroker, RedisServer, LibertyServer {

  /** As it is shown and as its log file is called. */
  String name();

  /** The port on 127.0.0.1. */
  int port();

  /**
   * Starts the server and waits until it answers.
   *
   * @throws StackException when it does not
   */
  void start();

  /** Ends the server and waits until it has; does nothing when it does not run. */
  void stop();

  /** What starting waits for just now, for a person. */
  String waitingFor();

  /** Process id of the running server; nothing before the first start and after a stop. */
  Optional<Long> pid();
}
