/** Database, Kafka, Redis and the server's threads. */
package kr.gonggu.push.infrastructure;
