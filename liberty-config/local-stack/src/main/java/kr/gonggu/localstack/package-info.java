/**
 * Real MySQL, Kafka, Redis and Open Liberty as child processes on one machine, without root and
 * without installing anything.
 *
 * <p>{@link kr.gonggu.localstack.Market} is the run command. {@link kr.gonggu.localstack.TestStack}
 * gives one set of servers to all tests of a build. Both stand on {@link
 * kr.gonggu.localstack.LocalStack}, whose children listen on loopback only, on free ports, and are
 * recorded in the data folder with process id and start time, so that exactly they – and nothing
 * else – are ended by the next start when a start could not end them itself.
 */
package kr.gonggu.localstack;
