package kr.gonggu.lib.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Puts the times in the examples of bodies that are sent a week ahead of the server's start: what
 * members plan lies ahead, and the document is older. Everything else in it is as the build made
 * it. Runs when the server publishes the document ({@code mp.openapi.filter}).
 */
public class TimelyExamples implements OASFilter {

  private static final Duration AHEAD = Duration.ofDays(7);
  private static final String REFERENCE = "#/components/schemas/";

  private final String time;

  /** For the server. */
  public TimelyExamples() {
    this(Clock.systemUTC());
  }

  TimelyExamples(Clock clock) {
    Instant ahead = clock.instant().plus(AHEAD).truncatedTo(ChronoUnit.HOURS);
    time = ahead.toString();
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getComponents() == null) {
      return;
    }
    Map<String, Schema> named = document.getComponents().getSchemas();
    for (PathItem path : document.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
          operation
              .getRequestBody()
              .getContent()
              .getMediaTypes()
              .values()
              .forEach(body -> renew(body, named));
        }
      }
    }
  }

  private void renew(MediaType body, Map<String, Schema> named) {
    Schema schema = body.getSchema();
    if (schema != null && schema.getRef() != null && named != null) {
      schema = named.get(schema.getRef().substring(REFERENCE.length()));
    }
    if (schema == null
        || schema.getProperties() == null
        || !(body.getExample() instanceof Map<?, ?> written)) {
      return;
    }
    Map<Object, Object> example = new LinkedHashMap<>(written);
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              if ("date-time".equals(property.getFormat())) {
                property.setExample(time);
                example.replace(name, time);
              }
            });
    body.setExample(example);
  }
}
