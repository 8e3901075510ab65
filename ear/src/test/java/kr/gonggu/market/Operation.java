package kr.gonggu.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kr.gonggu.testkit.Http;

/**
 * One operation, as the running server's OpenAPI document tells of it.
 *
 * @param method upper case
 * @param path template from the server's root, for example {@code /api/deal/deals/{id}}
 * @param json the Operation Object
 * @param document the whole document, for references
 */
record Operation(String method, String path, JsonObject json, JsonObject document) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Everything that the server offers. */
  static List<Operation> all(RunningMarket market) {
    JsonObject document = document(market);
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonValue> path : document.getJsonObject("paths").entrySet()) {
      path.getValue()
          .asJsonObject()
          .forEach(
              (method, json) -> {
                if (METHODS.contains(method)) {
                  operations.add(
                      new Operation(
                          method.toUpperCase(Locale.ROOT),
                          path.getKey(),
                          json.asJsonObject(),
                          document));
                }
              });
    }
    return operations;
  }

  /** The document of all services together. */
  static JsonObject document(RunningMarket market) {
    Http.Answer answer = market.server().with("Accept", "application/json").get("/openapi");
    return answer.json();
  }

  /**
   * Service and operationId, for example {@code deal.openDeal}. The server numbers operationIds
   * that two services use ({@code uploadImage1}); the service tells them apart as well.
   */
  String id() {
    return service() + "." + json.getString("operationId", path).replaceFirst("\\d+$", "");
  }

  String service() {
    return path.split("/")[2];
  }

  /** The path template below the service's own address. */
  String pathInService() {
    return path.substring(("/api/" + service()).length());
  }

  /** Whether a security scheme is asked for. */
  boolean needs(String scheme) {
    return json.containsKey("security")
        && json.getJsonArray("security").stream()
            .anyMatch(one -> one.asJsonObject().containsKey(scheme));
  }

  boolean isPublic() {
    return !json.containsKey("security") || json.getJsonArray("security").isEmpty();
  }

  /** Parameters of one place: path, query, header or cookie. */
  List<JsonObject> parameters(String in) {
    return !json.containsKey("parameters")
        ? List.of()
        : json.getJsonArray("parameters").stream()
            .map(this::resolve)
            .filter(parameter -> parameter.getString("in").equals(in))
            .toList();
  }

  boolean hasParameter(String in, String name) {
    return parameters(in).stream().anyMatch(parameter -> parameter.getString("name").equals(name));
  }

  /** Whether it says that this may be answered. */
  boolean tellsOf(int status, String code) {
    JsonObject answers = json.getJsonObject("responses");
    return answers.containsKey(Integer.toString(status))
        && answers
            .getJsonObject(Integer.toString(status))
            .getString("description", "")
            .matches("(?s).*\\b" + code + "\\b.*");
  }

  /** Media type of the body, or null. */
  String bodyType() {
    return json.containsKey("requestBody")
        ? json.getJsonObject("requestBody").getJsonObject("content").keySet().iterator().next()
        : null;
  }

  /** Schema of a JSON body, or null. */
  JsonObject bodySchema() {
    return "application/json".equals(bodyType())
        ? resolve(
            json.getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .get("schema"))
        : null;
  }

  /** What a {@code $ref} stands for, or the object itself. */
  JsonObject resolve(JsonValue value) {
    JsonObject object = value.asJsonObject();
    if (object.containsKey("allOf") && object.getJsonArray("allOf").size() == 1) {
      // A reference with something said beside it, such as that it may be null.
      return Json.createObjectBuilder(resolve(object.getJsonArray("allOf").get(0)))
          .addAll(Json.createObjectBuilder(object).remove("allOf"))
          .build();
    }
    if (!object.containsKey("$ref")) {
      return object;
    }
    JsonValue target = document;
    for (String step : object.getString("$ref").substring(2).split("/")) {
      target = target.asJsonObject().get(step);
    }
    return resolve(target);
  }

  /** Names of the properties that must be there, and not as null. */
  List<String> required(JsonObject schema) {
    return !schema.containsKey("required")
        ? List.of()
        : schema.getJsonArray("required").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .filter(
                name ->
                    !resolve(schema.getJsonObject("properties").get(name))
                        .getBoolean("nullable", false))
            .toList();
  }

  @Override
  public String toString() {
    return id();
  }
}
