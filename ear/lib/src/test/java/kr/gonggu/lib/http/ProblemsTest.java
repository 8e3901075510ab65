package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link HttpFeatureTest} cannot provoke: failures as other implementations word them. */
class ProblemsTest {

  private static final Occurrence OCCURRENCE = new Occurrence("r-1", Locale.KOREAN, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RESTEASY003870: Unable to extract parameter from http request:"
            + " jakarta.ws.rs.QueryParam(\"limit\") value is 'many' for public Page"
            + " Deals.list(Integer) | limit",
        "RESTEASY003870: Unable to extract parameter from http request:"
            + " jakarta.ws.rs.HeaderParam(\"X-Count\") value is 'x' for public String"
            + " Deals.list(Integer) | X-Count",
        "Unable to extract parameter: @jakarta.ws.rs.QueryParam(value=\"near\") | near",
      })
  void aParameterThatDoesNotConvertIsTheClientsFault(String message, String parameter) {
    Problem problem =
        problem(new NotFoundException(message, new NumberFormatException("For input string")));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(problem.violations()).extracting(Violation::field).containsExactly(parameter);
  }

  @Test
  void anIdInThePathThatIsNoneIsNoSuchThing() {
    Problem problem =
        problem(
            new NotFoundException(
                "RESTEASY003870: Unable to extract parameter from http request:"
                    + " jakarta.ws.rs.PathParam(\"id\") value is 'x'",
                new IllegalArgumentException("Invalid UUID string: x")));

    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.code()).isEqualTo("NOT_FOUND");
    assertThat(problem.violations()).isNull();
  }

  @Test
  void whatJsonBindingRefusesWhileReadingIsNamedByItsPath() {
    Problem problem = problem(readFrom());

    assertThat(problem.code()).isEqualTo("MALFORMED_JSON");
    assertThat(problem.violations())
        .extracting(Violation::field)
        .containsExactly("pickup.latitude");
  }

  @Test
  void theSameOutsideOfReadingIsOurFault() {
    assertThat(problem(unbound()).status()).isEqualTo(500);
  }

  @Test
  void aBodyFoundTooLargeWhileReadingIsNotMalformed() {
    Refusal tooLarge = new Refusal(CommonError.BODY_TOO_LARGE, "The body may have 5 bytes.");

    assertThat(problem(new ProcessingException(new JsonbException("Internal error", tooLarge))))
        .extracting(Problem::status, Problem::code)
        .containsExactly(413, "BODY_TOO_LARGE");
  }

  /** Named as Jakarta REST names it. */
  private static RuntimeException readFrom() {
    return unbound();
  }

  private static RuntimeException unbound() {
    return new ProcessingException(
        "deserialization error",
        new JsonbException(
            "Unable to deserialize property 'pickup' because of: Unable to deserialize property"
                + " 'latitude'",
            new JsonbException("Unable to deserialize property 'latitude' because of: x")));
  }

  private static Problem problem(Throwable thrown) {
    Response response = Problems.of(thrown, OCCURRENCE);
    assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
    Problem problem = (Problem) response.getEntity();
    assertThat(problem.status()).isEqualTo(response.getStatus());
    assertThat(List.of(problem.type(), problem.title(), problem.detail(), problem.instance()))
        .doesNotContainNull();
    return problem;
  }
}
