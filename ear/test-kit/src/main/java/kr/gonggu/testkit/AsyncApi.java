package kr.gonggu.testkit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Gathers the event contracts that lie at their producers into one AsyncAPI 3.0 document: a channel
 * per topic, a message per event type with schema and sample, and who sends and receives.
 */
public final class AsyncApi {

  private static final List<String> SERVICES = List.of("member", "deal", "pay", "chat", "push");

  private AsyncApi() {}

  /**
   * @param arguments the repository and the file to write
   */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(file);
          JsonWriter writer =
              Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                  .createWriter(out)) {
        writer.write(document(Path.of(arguments[0])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document for the contracts under a repository. */
  static JsonObject document(Path root) {
    JsonObjectBuilder channels = Json.createObjectBuilder();
    JsonObjectBuilder operations = Json.createObjectBuilder();
    JsonObjectBuilder messages = Json.createObjectBuilder();
    for (String producer : SERVICES) {
      Contracts contracts = Contracts.in(root, producer);
      if (contracts.types().isEmpty()) {
        continue;
      }
      String channel = producer + "Events";
      JsonObjectBuilder references = Json.createObjectBuilder();
      for (String type : contracts.types()) {
        references.add(type, reference("#/components/messages/" + type));
        messages.add(type, message(contracts, type));
      }
      channels.add(
          channel,
          Json.createObjectBuilder()
              .add("address", "gonggu." + producer + ".events")
              .add("messages", references));
      operations.add(
          producer + "Tells",
          Json.createObjectBuilder()
              .add("action", "send")
              .add("channel", reference("#/channels/" + channel)));
      for (String consumer : consumers(root, producer)) {
        operations.add(
            consumer
                + "HearsOf"
                + Character.toUpperCase(producer.charAt(0))
                + producer.substring(1),
            Json.createObjectBuilder()
                .add("action", "receive")
                .add("channel", reference("#/channels/" + channel)));
      }
    }
    return Json.createObjectBuilder()
        .add("asyncapi", "3.0.0")
        .add(
            "info",
            Json.createObjectBuilder()
                .add("title", "우리동네 공구마켓 events")
                .add("version", "1.0.0")
                .add(
                    "description",
                    "CloudEvents 1.0 in Kafka's binary content mode; key = subject = aggregate id."))
        .add("defaultContentType", "application/json")
        .add("channels", channels)
        .add("operations", operations)
        .add("components", Json.createObjectBuilder().add("messages", messages))
        .build();
  }

  private static JsonObjectBuilder message(Contracts contracts, String type) {
    return Json.createObjectBuilder()
        .add("name", type)
        .add("contentType", "application/json")
        .add("payload", parse(contracts.schema(type)))
        .add(
            "examples",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("payload", parse(contracts.sample(type)))));
  }

  private static List<String> consumers(Path root, String producer) {
    Map<String, Boolean> consumers = new TreeMap<>();
    for (String service : SERVICES) {
      Path configuration =
          root.resolve(service + "-war/src/main/resources/META-INF/microprofile-config.properties");
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(configuration)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      properties.stringPropertyNames().stream()
          .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".topic"))
          .filter(name -> !name.endsWith("dead-letter-queue.topic"))
          .filter(name -> properties.getProperty(name).endsWith("." + producer + ".events"))
          .forEach(name -> consumers.put(service, true));
    }
    return List.copyOf(consumers.keySet());
  }

  private static JsonObjectBuilder reference(String target) {
    return Json.createObjectBuilder().add("$ref", target);
  }

  private static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
