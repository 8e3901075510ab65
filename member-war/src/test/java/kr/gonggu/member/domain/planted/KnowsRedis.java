package kr.gonggu.member.domain.planted;

import redis.clients.jedis.RedisClient;

/** Breaks the architecture on purpose, to prove that its rules are kept by more than good will. */
public final class KnowsRedis {

  /** A domain class that speaks Redis. */
  public RedisClient client() {
    return null;
  }
}
