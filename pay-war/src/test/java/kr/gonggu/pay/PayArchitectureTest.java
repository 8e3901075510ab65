package kr.gonggu.pay;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import kr.gonggu.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "kr.gonggu.pay", importOptions = ImportOption.DoNotIncludeTests.class)
class PayArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
