package kr.gonggu.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

/**
 * The floor plan of a service as rules. A WAR runs them all:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "kr.gonggu.deal", importOptions = ImportOption.DoNotIncludeTests.class)
 * class DealArchitectureTest {
 *   @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

  @ArchTest
  public static final ArchRule API_IS_IMPORTED_BY_NOBODY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..api..")
          .should()
          .dependOnClassesThat(are(resideInAPackage("kr.gonggu.*.api..")))
          .because("HTTP is one way in among others: rules and adapters must not know it");

  @ArchTest
  public static final ArchRule INFRASTRUCTURE_IS_IMPORTED_BY_NOBODY =
      noClasses()
          .that()
          .resideInAnyPackage("..domain..", "..application..")
          .should()
          .dependOnClassesThat(are(resideInAPackage("kr.gonggu.*.infrastructure..")))
          .because("adapters implement the domain's ports, so that they can be exchanged");

  @ArchTest
  public static final ArchRule DOMAIN_KNOWS_NO_USE_CASE =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat(are(resideInAPackage("kr.gonggu.*.application..")))
          .because("dependencies run api, application, domain");

  @ArchTest
  public static final ArchRule DOMAIN_KNOWS_NO_TRANSPORT =
      noClasses()
          .that()
          .resideInAnyPackage("..domain..", "..application..")
          .should()
          .dependOnClassesThat(
              are(resideInAnyPackage(
                      "jakarta.ws.rs..",
                      "jakarta.servlet..",
                      "jakarta.websocket..",
                      "org.eclipse.microprofile.reactive..",
                      "io.smallrye..",
                      "org.apache.kafka..",
                      "redis.clients..",
                      "kr.gonggu.lib.http..",
                      "kr.gonggu.lib.event.."))
                  .as("belong to HTTP, sockets, Kafka or Redis"))
          .because("rules outlive the means by which they are reached");

  @ArchTest
  public static final ArchRule ONLY_STANDARDS =
      noClasses()
          .should()
          .dependOnClassesThat(
              are(
                  resideInAnyPackage(
                      "com.ibm..",
                      "io.openliberty..",
                      "org.glassfish..",
                      "org.jboss..",
                      "org.eclipse.persistence..")))
          .because("the WARs run on any Jakarta EE 10 server");

  @ArchTest
  public static final ArchRule NO_NEIGHBOUR =
      classes()
          .should(dependOnNoOtherContext())
          .because("services meet in events and HTTP contracts only");

  @ArchTest
  public static final ArchRule API_RETURNS_NO_ENTITY =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Path.class)
          .should(returnNoEntity())
          .because("a column must not become a contract by accident")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule INTERFACES_ARE_PORTS =
      classes()
          .that()
          .areInterfaces()
          .and()
          .areNotAnnotations()
          .and()
          // To the compiler a package's description is an interface too.
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAPackage("..domain..")
          .because("an interface is worth its name only where an adapter implements it")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule PLAIN_NAMES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("BO")
          .orShould()
          .haveSimpleNameEndingWith("DTO")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .because("a name says what a thing is in the neighbours' market");

  @ArchTest
  public static final ArchRule CLOCKS_ARE_INJECTED =
      noClasses()
          .should()
          .callMethod("java.time.Instant", "now")
          .orShould()
          .callMethod("java.time.LocalDate", "now")
          .orShould()
          .callMethod("java.time.LocalDateTime", "now")
          .orShould()
          .callMethod("java.time.ZonedDateTime", "now")
          .orShould()
          .callMethod("java.lang.System", "currentTimeMillis")
          .because("deadlines are tested with a clock that the test holds");

  @ArchTest
  public static final ArchRule NO_STATIC_STATE =
      noFields()
          .that()
          .areStatic()
          .should()
          .notBeFinal()
          .because("several instances and five services in one server share nothing")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule JSON_PROVIDERS_ARE_LOOKED_FOR_ONCE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json")
          .because(
              "its methods look through all jars at each call; kr.gonggu.lib.json.Jsonp does not");

  private ArchitectureRules() {}

  private static ArchCondition<JavaClass> dependOnNoOtherContext() {
    return new ArchCondition<>("depend on no other service") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String own = context(item.getPackageName());
        item.getDirectDependenciesFromSelf().stream()
            .filter(
                dependency -> dependency.getTargetClass().getPackageName().startsWith("kr.gonggu."))
            .filter(
                dependency -> {
                  String other = context(dependency.getTargetClass().getPackageName());
                  return !other.equals(own) && !other.equals("lib");
                })
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
      }
    };
  }

  private static String context(String packageName) {
    String[] parts = packageName.split("\\.", 4);
    return parts.length < 3 ? "" : parts[2];
  }

  private static ArchCondition<JavaMethod> returnNoEntity() {
    DescribedPredicate<JavaClass> entity =
        DescribedPredicate.describe("entity", type -> type.isAnnotatedWith(Entity.class));
    return new ArchCondition<>("return no entity") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        JavaType type = method.getReturnType();
        type.getAllInvolvedRawTypes().stream()
            .filter(entity)
            .filter(found -> !method.getModifiers().contains(JavaModifier.PRIVATE))
            .forEach(
                found ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " returns " + found.getName())));
      }
    };
  }
}
