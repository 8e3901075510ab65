package kr.gonggu.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The event contracts that lie at their producers: {@code <service>-war/src/main/contracts}. */
public final class Contracts {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private final Path folder;

  private Contracts(Path folder) {
    this.folder = folder;
  }

  /**
   * @param service {@code member}, {@code deal}, {@code pay}, {@code chat} or {@code push}
   */
  public static Contracts of(String service) {
    return in(Path.of(System.getProperty("gonggu.root")), service);
  }

  static Contracts in(Path root, String service) {
    return new Contracts(root.resolve(service + "-war/src/main/contracts"));
  }

  /** The types this service publishes. */
  public List<String> types() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".v1.schema.json"))
          .map(name -> name.substring(0, name.indexOf('.')))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON schema of a type. */
  public String schema(String type) {
    return read(type + ".v1.schema.json");
  }

  /** The producer's sample of a type. */
  public String sample(String type) {
    return read(type + ".v1.sample.json");
  }

  /**
   * What a payload breaks in its schema; empty when it keeps it.
   *
   * @param payload JSON text, or an object that JSON-B writes as the outbox does
   */
  public List<String> violations(String type, Object payload) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema(type), InputFormat.JSON);
    String json = payload instanceof String text ? text : JSONB.toJson(payload);
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Binds a type's sample to a consumer's own record, as the consumer does. */
  public <T> T sample(String type, Class<T> record) {
    return JSONB.fromJson(sample(type), record);
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
