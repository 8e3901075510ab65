package kr.gonggu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import kr.gonggu.chat.domain.planted.KnowsWebSocket;
import kr.gonggu.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "kr.gonggu.chat", importOptions = ImportOption.DoNotIncludeTests.class)
class ChatArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  /** The rules would notice: this class of the tests breaks one, and it is found. */
  @ArchTest
  static void aPlantedViolationIsFound(JavaClasses main) {
    JavaClasses planted = new ClassFileImporter().importClasses(KnowsWebSocket.class);

    assertThat(ArchitectureRules.DOMAIN_KNOWS_NO_TRANSPORT.evaluate(planted).hasViolation())
        .isTrue();
    assertThat(main.contain(KnowsWebSocket.class)).isFalse();
    assertThat(main).isNotEmpty();
  }
}
