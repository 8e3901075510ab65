package kr.gonggu.market;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.testkit.Http;

/**
 * A request that succeeds for the right member, and what somebody else gets for the very same.
 *
 * @param right who may; null is nobody
 * @param wrong who may not; null where every member may, or where the operation is about the caller
 *     only
 * @param status what the wrong one gets
 * @param code of the problem
 * @param mark stands in the right one's answer and in nobody else's; null where nothing does
 * @param path values for the path template
 * @param query parameters
 * @param headers headers
 * @param body JSON, or null
 * @param picture to upload, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied for nobody
record Attempt(
    Neighbour right,
    Neighbour wrong,
    int status,
    String code,
    String mark,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    byte[] picture) {

  /** Everybody may, signed in or not. */
  static Attempt byNobody() {
    return by(null);
  }

  /** Every member may; or it is about the caller alone, and there is nothing to name another by. */
  static Attempt by(Neighbour right) {
    return new Attempt(right, null, 0, null, null, Map.of(), Map.of(), Map.of(), null, null);
  }

  /** The caller's own data: this stands in it, and does not in a stranger's. */
  Attempt seesOnly(Object mark) {
    return new Attempt(
        right, wrong, status, code, mark.toString(), path, query, headers, body, picture);
  }

  /** What another member gets for the same request. */
  Attempt refuses(Neighbour other, int status, String code) {
    return new Attempt(right, other, status, code, mark, path, query, headers, body, picture);
  }

  Attempt at(String parameter, Object value) {
    return new Attempt(
        right,
        wrong,
        status,
        code,
        mark,
        plus(path, parameter, value.toString()),
        query,
        headers,
        body,
        picture);
  }

  Attempt asking(String parameter, Object value) {
    return new Attempt(
        right,
        wrong,
        status,
        code,
        mark,
        path,
        plus(query, parameter, value.toString()),
        headers,
        body,
        picture);
  }

  Attempt with(String header, String value) {
    return new Attempt(
        right, wrong, status, code, mark, path, query, plus(headers, header, value), body, picture);
  }

  Attempt sends(String json) {
    return new Attempt(right, wrong, status, code, mark, path, query, headers, json, picture);
  }

  Attempt sends(JsonObject json) {
    return sends(json.toString());
  }

  Attempt uploads(byte[] file) {
    return new Attempt(right, wrong, status, code, mark, path, query, headers, body, file);
  }

  /** Sends it as the right member. */
  Http.Answer send(RunningMarket market, Operation operation) {
    return sendAs(right, market, operation);
  }

  /** Sends it as a member, or as nobody. */
  Http.Answer sendAs(Neighbour sender, RunningMarket market, Operation operation) {
    Http http = client(sender, market, operation);
    if (picture != null) {
      return http.upload(
          operation.method(), address(operation), "file", "a.jpg", "image/jpeg", picture);
    }
    return http.send(operation.method(), address(operation), body);
  }

  /** A client with this attempt's headers. */
  Http client(Neighbour sender, RunningMarket market, Operation operation) {
    Http http =
        sender == null ? market.service(operation.service()) : sender.at(operation.service());
    if (operation.hasParameter("header", "Idempotency-Key")
        && !headers.containsKey("Idempotency-Key")) {
      http = http.with("Idempotency-Key", UUID.randomUUID().toString());
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      http = http.with(header.getKey(), header.getValue());
    }
    return http;
  }

  /** Path and query below the service's address; an unnamed path parameter is some UUID. */
  String address(Operation operation) {
    StringBuilder address = new StringBuilder(operation.pathInService());
    for (JsonObject parameter : operation.parameters("path")) {
      String name = parameter.getString("name");
      String template = "{" + name + "}";
      int begin = address.indexOf(template);
      address.replace(
          begin,
          begin + template.length(),
          encode(path.getOrDefault(name, UUID.randomUUID().toString())));
    }
    char separator = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      address
          .append(separator)
          .append(encode(parameter.getKey()))
          .append('=')
          .append(encode(parameter.getValue()));
      separator = '&';
    }
    return address.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, String> plus(Map<String, String> map, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}
