package kr.gonggu.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Requests as the bytes that go over the line. */
final class Request {

  private static final AtomicLong KEYS = new AtomicLong(System.currentTimeMillis() * 1000);

  private final String authority;

  Request(URI market) {
    this.authority =
        market.getPort() < 0 ? market.getHost() : market.getHost() + ":" + market.getPort();
  }

  byte[] get(String path, Member member) {
    return head("GET", path, member, "").getBytes(StandardCharsets.UTF_8);
  }

  byte[] post(String path, Member member, String json) {
    return post(path, member, "", json);
  }

  /** A request with an idempotency key of its own. */
  byte[] postOnce(String path, Member member, String json) {
    return post(path, member, "Idempotency-Key: " + KEYS.incrementAndGet() + "\r\n", json);
  }

  private byte[] post(String path, Member member, String header, String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return head(
            "POST",
            path,
            member,
            "%sContent-Type: application/json\r\nContent-Length: %d\r\n".formatted(header, length))
        .concat(json)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String head(String method, String path, Member member, String headers) {
    return method
        + ' '
        + path
        + " HTTP/1.1\r\nHost: "
        + authority
        + "\r\nAccept: application/json\r\nAuthorization: Bearer "
        + member.token()
        + "\r\n"
        + headers
        + "\r\n";
  }
}
