package kr.gonggu.localstack;

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

  /** Ends the server and waits until it has. */
  void stop();

  /** The running child, or null before the first start. */
  ChildProcess process();
}
