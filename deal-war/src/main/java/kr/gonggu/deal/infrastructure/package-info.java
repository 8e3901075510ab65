/** Database, Kafka and time, as the domain's ports want them. */
package kr.gonggu.deal.infrastructure;
