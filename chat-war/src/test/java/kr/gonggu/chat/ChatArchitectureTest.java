package kr.gonggu.chat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import kr.gonggu.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "kr.gonggu.chat", importOptions = ImportOption.DoNotIncludeTests.class)
class ChatArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
