package kr.gonggu.member.domain;

import java.time.Duration;

/**
 * A signed statement of who somebody is, good for every service until it expires.
 *
 * @param text compact JWS
 * @param validity from its issue
 */
public record AccessToken(String text, Duration validity) {

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
