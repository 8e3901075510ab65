package kr.gonggu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail guards nothing: each is shown a planted violation. */
class ArchitectureRulesTest {

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("kr.gonggu.planted");

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void everyRuleSeesItsPlantedViolation(String name, ArchRule rule) {
    EvaluationResult result = rule.evaluate(PLANTED);

    assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
  }

  static Stream<Arguments> rules() {
    return Arrays.stream(ArchitectureRules.class.getFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class))
        .map(field -> Arguments.of(field.getName(), rule(field)));
  }

  private static ArchRule rule(Field field) {
    try {
      return (ArchRule) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
