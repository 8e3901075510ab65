package kr.gonggu.lib.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Composes the example of every JSON body that is sent from the examples of its fields, so that the
 * page that tries an operation, and whoever writes a client, begin with one that is accepted.
 * Fields that may be left out are in it when they have an example of their own.
 */
final class BodyExamples {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Schema> named;

  private BodyExamples(Map<String, Schema> named) {
    this.named = named;
  }

  /** Gives every JSON request body of the document its example, unless it has one. */
  static void compose(OpenAPI document) {
    if (document.getPaths() == null || document.getComponents() == null) {
      return;
    }
    Map<String, Schema> named = document.getComponents().getSchemas();
    BodyExamples examples = new BodyExamples(named == null ? Map.of() : named);
    for (PathItem path : document.getPaths().getPathItems().values()) {
      path.getOperations().values().forEach(examples::compose);
    }
  }

  private void compose(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    MediaType json = operation.getRequestBody().getContent().getMediaType("application/json");
    if (json != null && json.getExample() == null && json.getSchema() != null) {
      json.setExample(of(json.getSchema()));
    }
  }

  /** The example of a schema; null when nothing in it has one. */
  private Object of(Schema schema) {
    if (schema == null || schema.getExample() != null) {
      return schema == null ? null : schema.getExample();
    }
    if (schema.getRef() != null) {
      return of(named.get(schema.getRef().substring(REFERENCE.length())));
    }
    if (schema.getAllOf() != null && schema.getAllOf().size() == 1) {
      // A reference with something said beside it.
      return of(schema.getAllOf().get(0));
    }
    if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
      return schema.getEnumeration().get(0);
    }
    if (schema.getItems() != null) {
      Object item = of(schema.getItems());
      return item == null ? null : List.of(item);
    }
    return schema.getProperties() == null ? null : fields(schema);
  }

  private Map<String, Object> fields(Schema schema) {
    List<String> required = new ArrayList<>();
    if (schema.getRequired() != null) {
      required.addAll(schema.getRequired());
    }
    // In this order in every build.
    Map<String, Object> fields = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              // What is optional and only could be anything, such as an enum's value, is left out.
              Object example = required.contains(name) ? of(property) : property.getExample();
              if (example != null) {
                fields.put(name, example);
              }
            });
    return fields;
  }
}
