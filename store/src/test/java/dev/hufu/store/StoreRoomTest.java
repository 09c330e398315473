package dev.hufu.store;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** Goal: jOOQ stays inside, the clock stays outside, and the rooms keep their direction. */
@AnalyzeClasses(packages = "dev.hufu.store", importOptions = ImportOption.DoNotIncludeTests.class)
class StoreRoomTest {

  private static final String GENERATED = "dev.hufu.store.table..";

  @ArchTest
  static final ArchRule NOTHING_PUBLIC_SPEAKS_JOOQ =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(GENERATED)
          .and(describe("can be called from outside", StoreRoomTest::callableFromOutside))
          .should(notSpeakJooq());

  @ArchTest
  static final ArchRule NO_PUBLIC_FIELD_HOLDS_JOOQ =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(GENERATED)
          .and()
          .arePublic()
          .should()
          .haveRawType(describe("no jOOQ type", type -> !speaksJooq(type)));

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule SEES_KERNEL_EVIDENCE_AND_TLOG =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "another room",
                  type ->
                      type.getPackageName().startsWith("dev.hufu.")
                          && !type.getPackageName().startsWith("dev.hufu.kernel")
                          && !type.getPackageName().startsWith("dev.hufu.tlog")
                          && !type.getPackageName().startsWith("dev.hufu.evidence.leaf")
                          && !type.getPackageName().startsWith("dev.hufu.evidence.keep")
                          && !type.getName().equals("dev.hufu.evidence.document.Octets")
                          && !type.getPackageName().startsWith("dev.hufu.store")));

  @ArchTest
  static final ArchRule THE_LAUNCHER_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.hufu.store.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.hufu.store", "org.jooq..", "org.flywaydb..");

  @ArchTest
  static final ArchRule THE_GENERATOR_IS_FOR_THE_BUILD =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.hufu.store.generate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.hufu.store.generate..", "org.jooq.codegen..", "org.jooq.meta..");

  private static boolean callableFromOutside(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        && unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static ArchCondition<JavaCodeUnit> notSpeakJooq() {
    return new ArchCondition<>("not speak jOOQ") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
            .filter(StoreRoomTest::speaksJooq)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " speaks " + type.getName())));
      }
    };
  }

  private static boolean speaksJooq(JavaClass type) {
    return type.getPackageName().startsWith("org.jooq")
        || type.getPackageName().startsWith("dev.hufu.store.table");
  }
}
