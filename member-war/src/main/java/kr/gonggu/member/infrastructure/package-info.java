/** Database, Kafka, Redis, key files and hashing, as the domain's ports want them. */
package kr.gonggu.member.infrastructure;
