package kr.gonggu.lib.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in a service's OpenAPI document what is true of every operation, so that no resource has to
 * repeat it: who is not signed in, what is not valid, what is away, that every error is a {@link
 * Problem}, with an example, and what a body may look like ({@link BodyExamples}). Runs when the
 * document is generated.
 */
public class CommonAnswers implements OASFilter {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,}(_[A-Z]+)+|[A-Z]{5,}");

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    if (operation.getSecurity() != null
        && operation.getSecurity().stream().anyMatch(one -> one.hasScheme("accessToken"))) {
      tell(responses, "401", "UNAUTHENTICATED", "");
    }
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    if (operation.getRequestBody() != null || !parameters.isEmpty()) {
      tell(responses, "400", "VALIDATION_FAILED", ": violations name the fields");
    }
    if (parameters.stream().anyMatch(one -> "cursor".equals(one.getName()))) {
      tell(responses, "400", "CURSOR_INVALID", "");
    }
    if (parameters.stream().anyMatch(one -> one.getIn() == Parameter.In.PATH)) {
      tell(responses, "400", "BAD_REQUEST", "");
      tell(responses, "404", "NOT_FOUND", "");
    }
    if (operation.getRequestBody() != null) {
      Content body = operation.getRequestBody().getContent();
      if (body != null && body.hasMediaType("application/json")) {
        tell(responses, "400", "MALFORMED_JSON", "");
      }
      tell(responses, "400", "BAD_REQUEST", "");
      tell(responses, "413", "BODY_TOO_LARGE", "");
      tell(responses, "415", "UNSUPPORTED_MEDIA_TYPE", "");
    }
    tell(responses, "503", "UNAVAILABLE", ": something behind is down, see Retry-After");
    responses.getAPIResponses().forEach(CommonAnswers::describe);
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    BodyExamples.compose(document);
  }

  /** Adds a code to those that a resource names itself. */
  private static void tell(APIResponses responses, String status, String code, String meaning) {
    APIResponse response = responses.getAPIResponse(status);
    if (response == null) {
      responses.addAPIResponse(status, OASFactory.createAPIResponse().description(code + meaning));
    } else if (response.getRef() == null) {
      String description = String.valueOf(response.getDescription());
      if (!Pattern.compile("\\b" + code + "\\b").matcher(description).find()) {
        response.setDescription(description + "; " + code);
      }
    }
  }

  private static void describe(String status, APIResponse response) {
    if (!status.matches("[45]..|default") || response.getRef() != null) {
      return;
    }
    Content content = response.getContent();
    if (content == null) {
      content = OASFactory.createContent();
      response.setContent(content);
    }
    MediaType problem = content.getMediaType(Problem.MEDIA_TYPE);
    if (problem == null) {
      problem =
          OASFactory.createMediaType()
              .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
      content.addMediaType(Problem.MEDIA_TYPE, problem);
    }
    Matcher code = CODE.matcher(String.valueOf(response.getDescription()));
    if (problem.getExample() == null && !status.equals("default") && code.find()) {
      problem.setExample(example(code.group(), Integer.parseInt(status)));
    }
  }

  private static Map<String, Object> example(String code, int status) {
    // In this order in every build.
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", "urn:gonggu:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    example.put("title", "The same for every occurrence");
    example.put("status", status);
    example.put("code", code);
    example.put("detail", "What happened this time");
    example.put("instance", "urn:gonggu:request:0af7651916cd43dd8448eb211c80319c");
    return example;
  }
}
