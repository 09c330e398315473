package dev.hufu.store.generate;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.store.server.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Starts a real PostgreSQL, applies the migrations, writes the tables as Java, stops it. Does
 * nothing while the digest of the migrations and of this class stands beside the generated files.
 *
 * <p>Called by the build: {@code GenerateTables <migrations> <target>}.
 */
public final class GenerateTables {

  private static final String DIGEST_FILE = "digest.txt";

  // Held here, since the logging of the JDK forgets the level of a logger nobody holds.
  private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

  private GenerateTables() {}

  public static void main(String[] arguments) throws Exception {
    FLYWAY_LOG.setLevel(Level.WARNING);
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    Path migrations = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path sources = target.resolve("generated-sources").resolve("jooq");
    Path digestFile = sources.resolve(DIGEST_FILE);
    String digest = digestOf(migrations);
    if (Files.exists(digestFile) && Files.readString(digestFile).equals(digest)) {
      return;
    }
    Files.deleteIfExists(digestFile);
    Path data = target.resolve("generator-data");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(data, target.resolve("postgres"), line -> {}).orThrow()) {
      String name = "tables_" + digest.substring(0, 12) + "_" + ProcessHandle.current().pid();
      DatabaseAddress address = server.createDatabase(name);
      Flyway.configure()
          .dataSource(address.jdbcUrl(), address.user(), address.password())
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      GenerationTool.generate(configuration(address, sources));
      server.dropDatabase(name);
    }
    Files.writeString(digestFile, digest);
  }

  private static Configuration configuration(DatabaseAddress address, Path sources) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(
            new Jdbc()
                .withUrl(address.jdbcUrl())
                .withUser(address.user())
                .withPassword(address.password()))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withIncludes(".*")
                        .withExcludes("flyway_schema_history|spring_session.*")
                        .withIncludeRoutines(false)
                        .withForcedTypes(
                            new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("(?i:timestamp with time zone|timestamptz)")))
                .withGenerate(
                    new Generate()
                        .withDaos(false)
                        .withPojos(false)
                        .withGeneratedAnnotation(false)
                        .withGlobalCatalogReferences(false))
                .withTarget(
                    new Target()
                        .withPackageName("dev.hufu.store.table")
                        .withDirectory(sources.toString())));
  }

  private static String digestOf(Path migrations) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(EmbeddedPostgres.version().getBytes(StandardCharsets.UTF_8));
    try (var self = GenerateTables.class.getResourceAsStream("GenerateTables.class")) {
      if (self != null) {
        self.transferTo(all);
      }
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(migrations)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      all.writeBytes((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
      all.writeBytes(Files.readAllBytes(file));
    }
    return Digest.of(all.toByteArray()).hex();
  }
}
