/** Database, Kafka and Redis behind the domain's ports. */
package kr.gonggu.chat.infrastructure;
