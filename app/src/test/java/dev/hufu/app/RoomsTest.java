package dev.hufu.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goal: the arrows between the rooms are those of ARCHITECTURE.md. Method: ArchUnit over the
 * compiled classes of every module the program loads; the POMs say the same a second time.
 */
@AnalyzeClasses(packages = "dev.hufu", importOptions = DoNotIncludeTests.class)
final class RoomsTest {

  private static final DescribedPredicate<JavaClass> CLOCKS =
      DescribedPredicate.describe(
          "a type that can ask what time it is",
          type ->
              Set.of(Instant.class, Clock.class, LocalDate.class, LocalDateTime.class).stream()
                      .anyMatch(type::isEquivalentTo)
                  || type.isEquivalentTo(ZonedDateTime.class)
                  || type.isEquivalentTo(OffsetDateTime.class));

  /** A snapshot is written to a stream that somebody gives; nothing here opens one. */
  private static final DescribedPredicate<JavaClass> STREAMS_GIVEN =
      DescribedPredicate.describe(
          "streams that are given",
          type ->
              type.getPackageName().equals("java.io")
                      && !type.getSimpleName().contains("File")
                      && !type.getSimpleName().contains("Reader")
                      && !type.getSimpleName().contains("Writer")
                  || type.getName().equals("java.nio.ByteBuffer")
                  || type.getName().equals("java.nio.ByteOrder"));

  @ArchTest
  static final ArchRule KERNEL_SEES_THE_JDK =
      classes()
          .that()
          .resideInAPackage("dev.hufu.kernel..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.hufu.kernel..",
                      "java.lang..",
                      "java.util..",
                      "java.math..",
                      "java.time..",
                      "java.text..",
                      "java.nio.charset..",
                      "java.security..",
                      "org.jspecify..")
                  .or(STREAMS_GIVEN));

  @ArchTest
  static final ArchRule ROOMS_BELOW_SEE_NO_SPRING =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.hufu.kernel..",
              "dev.hufu.policy..",
              "dev.hufu.language..",
              "dev.hufu.intake..",
              "dev.hufu.learn..",
              "dev.hufu.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..", "dev.hufu.app..");

  @ArchTest
  static final ArchRule POLICY_SEES_ONLY_THE_KERNEL = sees("policy", "language", "intake", "store");

  @ArchTest
  static final ArchRule LANGUAGE_SEES_ONLY_THE_KERNEL =
      sees("language", "policy", "intake", "store");

  @ArchTest
  static final ArchRule INTAKE_SEES_ONLY_THE_KERNEL = sees("intake", "policy", "language", "store");

  @ArchTest
  static final ArchRule STORE_SEES_ONLY_THE_KERNEL = sees("store", "policy", "language", "intake");

  @ArchTest
  static final ArchRule ROOMS_BELOW_DO_NOT_SEE_LEARN =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.hufu.learn..", "dev.hufu.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hufu.learn..");

  @ArchTest
  static final ArchRule LEARN_SEES_WHAT_SCORES = sees("learn", "store", "evidence", "tlog", "app");

  @ArchTest
  static final ArchRule ONLY_LEARN_KNOWS_TRAINERS =
      noClasses()
          .that(not(resideInAPackage("dev.hufu.learn..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.microsoft.ml..", "io.github.metarank..", "de.bwaldvogel..");

  /**
   * What Jazzer's detectors look for while it looks for new inputs, and what no input can lead to
   * where it is not used at all.
   */
  @ArchTest
  static final ArchRule READERS_OF_STRANGERS_REACH_FOR_NOTHING =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.hufu.kernel..",
              "dev.hufu.tlog..",
              "dev.hufu.policy..",
              "dev.hufu.language..",
              "dev.hufu.intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "java.net.http..",
              "java.rmi..",
              "javax.el..",
              "javax.naming..",
              "javax.net..",
              "javax.script..",
              "javax.xml.xpath..",
              "java.lang.reflect..",
              "sun.misc..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              ObjectInputStream.class,
              ProcessBuilder.class,
              ServerSocket.class,
              Socket.class,
              SocketChannel.class,
              URLClassLoader.class,
              URLConnection.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class)
          .orShould()
          .callMethod(System.class, "load", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(ClassLoader.class, "loadClass", String.class);

  private static ArchRule sees(String room, String... neighbours) {
    return noClasses()
        .that()
        .resideInAPackage("dev.hufu." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(neighbours).map(name -> "dev.hufu." + name + "..").toArray(String[]::new))
        .allowEmptyShould(true);
  }

  /** The OCR engine takes a file, so the room that drives it may write one; it opens none. */
  @ArchTest
  static final ArchRule ONLY_INTAKE_OPENS_ARCHIVES_AND_PICTURES =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.hufu.intake..",
                      "dev.hufu.store.server..",
                      "dev.hufu.evidence.bundle..",
                      "dev.hufu.tlog.bundle..",
                      "dev.hufu.language.screenshot..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.zip..", "javax.imageio..", "net.lingala..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_STORE_KNOWS_JOOQ =
      noClasses()
          .that(not(resideInAPackage("dev.hufu.store..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jooq..", "org.flywaydb..", "com.zaxxer..");

  @ArchTest
  static final ArchRule THE_SERVER_KNOWS_NO_FLINK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "dev.hufu.stream..");

  @ArchTest
  static final ArchRule ONLY_POLICY_KNOWS_CEL =
      noClasses()
          .that(not(resideInAPackage("dev.hufu.policy..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .that(not(resideInAnyPackage("dev.hufu.app.ops..", "dev.hufu.app.cli..")))
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "now() and system clocks",
                  call ->
                      CLOCKS.test(call.getTargetOwner())
                          && (call.getName().equals("now")
                              || call.getName().startsWith("system"))));

  @ArchTest
  static final ArchRule NOBODY_LOGS_MATTERS =
      noClasses()
          .that()
          .resideInAnyPackage("dev.hufu.kernel..", "dev.hufu.policy..", "dev.hufu.language..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.lang.System.Logger");

  @ArchTest
  static final ArchRule IDENTITY_DOES_NOT_KNOW_THE_PAGES =
      noClasses()
          .that()
          .resideInAnyPackage("dev.hufu.app.identity..", "dev.hufu.app.ops..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.hufu.app.web..", "dev.hufu.app.request..", "dev.hufu.app.cli..");

  @ArchTest
  static final ArchRule OPS_DOES_NOT_KNOW_WHO_ASKS =
      noClasses()
          .that()
          .resideInAPackage("dev.hufu.app.ops..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hufu.app.identity..");
}
