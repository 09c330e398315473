package dev.hufu.tlog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Goal: the jar runs alone, does no I/O and asks no clock. Method: ArchUnit over the compiled
 * classes.
 */
@AnalyzeClasses(packages = "dev.hufu.tlog", importOptions = DoNotIncludeTests.class)
final class RoomTest {

  @ArchTest
  static final ArchRule SEES_THE_JDK_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("dev.hufu.tlog..", "java..", "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule OPENS_NOTHING_AND_ASKS_NO_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.time..")
                  .or(nameStartingWith("java.io.File")));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.hufu.tlog.(*)..").should().beFreeOfCycles();
}
