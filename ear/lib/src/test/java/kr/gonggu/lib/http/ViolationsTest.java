package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import kr.gonggu.lib.error.Violation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationsTest {

  private static ValidatorFactory factory;
  private static Validator validator;

  record Point(@DecimalMax(value = "90", inclusive = false) BigDecimal latitude) {}

  record Body(
      @Valid Point pickup,
      List<@Valid Point> stops,
      Map<String, @NotBlank String> names,
      @Digits(integer = 3, fraction = 1) BigDecimal quantity,
      @Pattern(regexp = "secret[0-9]+") String code,
      @NotBlank(message = "in its own words") String plain) {}

  static class Search {
    @QueryParam("max-price")
    @Min(1)
    Long highest;
  }

  static class Resource {
    @NotNull
    String find(
        @QueryParam("min-price") @Min(1) Long lowest,
        @HeaderParam("X-Count") @NotNull Integer count,
        @PathParam("id") @NotBlank String id,
        @BeanParam @Valid Search search,
        @Valid @NotNull Body body) {
      return null;
    }
  }

  /** As CDI makes them: the overriding method carries no annotations. */
  static class Proxy extends Resource {
    @Override
    String find(Long lowest, Integer count, String id, Search search, Body body) {
      return super.find(lowest, count, id, search, body);
    }
  }

  @Entity
  static class Row {
    @Id @NotNull Long id;
  }

  @BeforeAll
  static void build() {
    factory = Validation.buildDefaultValidatorFactory();
    validator = factory.getValidator();
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @Test
  void namesFieldsAsInTheClientsJson() throws Exception {
    Body body =
        new Body(
            new Point(new BigDecimal("90")),
            List.of(new Point(null), new Point(new BigDecimal("91"))),
            new TreeMap<>(Map.of("ko", "", "en", "x")),
            null,
            null,
            "x");

    assertThat(parameters(new Resource(), 5L, 1, "a", new Search(), body))
        .extracting(Violation::field)
        .containsExactly("names.ko", "pickup.latitude", "stops[1].latitude");
  }

  @Test
  void namesParametersAsInTheRequestAlsoBehindAProxy() throws Exception {
    Search search = new Search();
    search.highest = 0L;

    for (Resource resource : List.of(new Resource(), new Proxy())) {
      assertThat(parameters(resource, 0L, null, " ", search, null))
          .extracting(Violation::field)
          .containsExactly("X-Count", "body", "id", "max-price", "min-price");
    }
  }

  @Test
  void speaksTheClientsLanguage() {
    Body body =
        new Body(new Point(new BigDecimal("90")), null, null, new BigDecimal("1234.56"), "x", "");

    assertThat(of(validator.validate(body), Locale.KOREAN))
        .containsExactly(
            new Violation("code", "형식이 맞지 않아요"),
            new Violation("pickup.latitude", "90보다 작아야 해요"),
            new Violation("plain", "in its own words"),
            new Violation("quantity", "정수 3자리, 소수 1자리까지 쓸 수 있어요"));
    assertThat(of(validator.validate(body), Locale.ENGLISH))
        .extracting(Violation::message)
        .contains("must be less than 90", "does not have the right form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en"})
  void doesNotDependOnTheServersLanguage(String language) {
    Locale before = Locale.getDefault();
    Locale.setDefault(language.equals("ko") ? Locale.US : Locale.KOREA);
    try {
      assertThat(
              of(
                  validator.validate(new Body(null, null, Map.of("a", ""), null, null, "x")),
                  Locale.forLanguageTag(language)))
          .extracting(Violation::message)
          .containsExactly(language.equals("ko") ? "비워 둘 수 없어요" : "must not be blank");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hasATextForEveryConstraintInBothLanguages() throws Exception {
    Locale root = Locale.ROOT;
    Set<String> english =
        ResourceBundle.getBundle("kr.gonggu.lib.http.ConstraintMessages", root).keySet();
    Set<String> korean =
        ResourceBundle.getBundle("kr.gonggu.lib.http.ConstraintMessages", Locale.KOREAN).keySet();

    assertThat(korean).isEqualTo(english);
    for (String name :
        List.of(
            "AssertFalse",
            "AssertTrue",
            "DecimalMax",
            "DecimalMin",
            "Digits",
            "Email",
            "Future",
            "FutureOrPresent",
            "Max",
            "Min",
            "Negative",
            "NegativeOrZero",
            "NotBlank",
            "NotEmpty",
            "NotNull",
            "Null",
            "Past",
            "PastOrPresent",
            "Pattern",
            "Positive",
            "PositiveOrZero",
            "Size")) {
      Class<?> constraint = Class.forName("jakarta.validation.constraints." + name);
      assertThat(constraint.isAnnotationPresent(Constraint.class)).isTrue();
      assertThat(english).contains(constraint.getName() + ".message");
    }
  }

  @Test
  void tellsARequestFromAnAnswerAndARow() throws Exception {
    Set<ConstraintViolation<Resource>> answer =
        validator
            .forExecutables()
            .validateReturnValue(new Resource(), Resource.class.getDeclaredMethods()[0], null);

    assertThat(Violations.ofRequest(new ConstraintViolationException(answer))).isFalse();
    assertThat(
            Violations.ofRequest(new ConstraintViolationException(validator.validate(new Row()))))
        .isFalse();
    assertThat(Violations.ofRequest(new ConstraintViolationException("none", null))).isFalse();
    assertThat(
            Violations.ofRequest(
                new ConstraintViolationException(
                    validator.validate(new Body(null, null, null, null, null, null)))))
        .isTrue();
  }

  private static List<Violation> parameters(Resource resource, Object... values) throws Exception {
    return of(
        validator
            .forExecutables()
            .validateParameters(
                resource,
                resource
                    .getClass()
                    .getDeclaredMethod(
                        "find", Long.class, Integer.class, String.class, Search.class, Body.class),
                values),
        Locale.KOREAN);
  }

  private static <T> List<Violation> of(Set<ConstraintViolation<T>> violations, Locale language) {
    return Violations.of(new ConstraintViolationException(violations), language);
  }
}
