package dev.hufu.stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/**
 * Goal: the job is the step and nothing more: no window, no rule, no clock of its own. Method:
 * ArchUnit over this module and the rooms it loads.
 */
@AnalyzeClasses(packages = "dev.hufu", importOptions = DoNotIncludeTests.class)
final class StreamRoomTest {

  @ArchTest
  static final ArchRule SEES_KERNEL_POLICY_INTAKE_AND_FLINK =
      classes()
          .that()
          .resideInAPackage("dev.hufu.stream..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.hufu.stream..",
              "dev.hufu.kernel..",
              "dev.hufu.policy.event..",
              "dev.hufu.policy.load..",
              "dev.hufu.policy.pack..",
              "dev.hufu.intake.event..",
              "org.apache.flink..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule HAS_NO_WINDOW_OF_ITS_OWN =
      noClasses()
          .that()
          .resideInAPackage("dev.hufu.stream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink.streaming.api.windowing..", "org.apache.flink.table..");

  @ArchTest
  static final ArchRule NOBODY_ELSE_KNOWS_FLINK =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.hufu.stream..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .that()
          .resideInAPackage("dev.hufu.stream..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);
}
