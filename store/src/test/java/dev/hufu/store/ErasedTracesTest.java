package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.store.server.EmbeddedPostgres;
import dev.hufu.tlog.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: after an erasure no file of the data folder holds what was written, its salt or its key.
 * Method: planted marks; every file of a data folder of its own is read byte by byte, tables,
 * write-ahead log, server log and key store; the same search finds the marks where they must be.
 */
class ErasedTracesTest {

  private static final String TITLE = "MARK-TITLE-7391";
  private static final String CHAT = "MARK-CHAT-5527";
  private static final String INPUT = "MARK-INPUT-8810";
  private static final String FRIEND = "MARK-FRIEND-2246";
  private static final String CASE = "MARK-CASE-6604";
  private static final String PAYMENT = "MARK-PAYMENT-6013";
  private static final String FILE = "MARK-FILE-4482";

  @TempDir private static Path folder;

  @Test
  void nothingIsFoundAfterwards() throws Exception {
    Path programs = Path.of("target").toAbsolutePath().resolve("postgres");
    Map<String, byte[]> marks;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, programs, line -> {}).orThrow();
        Database database = Database.open(server.address()).orThrow()) {
      Path keyFile = folder.resolve("master.key");
      KeyStore keys = KeyStore.open(folder.resolve("keys"), folder).orThrow();
      Vault vault = Vault.open(database, keyFile, keys, NOW).orThrow();
      PersonId owner = new SignInBook(database).getOwner(NOW);
      MatterBook matters = new MatterBook(database, vault);
      Matter matter = matters.open("request", owner, new Draft(TITLE, CHAT), NOW).orThrow();
      KeptDecision kept =
          new DecisionBook(database, vault)
              .append(decision(matter.id()), Optional.empty(), owner.text(), NOW)
              .orThrow();
      new FriendLinkBook(database, vault).create(matter.id(), FRIEND, owner.text(), NOW).orThrow();
      new CaseBook(database, vault)
          .add(matter.id(), List.of("{\"what\":\"" + CASE + "\"}"), owner.text(), NOW)
          .orThrow();
      DocumentBook documents = new DocumentBook(database, vault);
      new LoanBook(database, vault, documents)
          .add(matter.id(), LoanEntry.Kind.DEMAND, PAYMENT, letter(), owner.text(), NOW)
          .orThrow();
      LogBook log = new LogBook(database);
      log.open(0, "hufu.local/test/0", NOW);
      marks = marks(database.dsl(), vault, keys, keyFile, matter, kept);

      assertThat(found(marks)).as("only the wrapped key lies there").containsExactly("wrapped key");

      matters.erase(matter.id(), owner, NOW).orThrow();
      new Sequencer(
              database,
              (origin, size, root) -> new Checkpoint(origin, size, root).text(),
              UUID.randomUUID())
          .step(NOW);
      vacuum(database);
      keys.backup(folder.resolve("keys-backup"));
      List<LogFsck.Problem> problems = new ArrayList<>();
      new LogFsck(database).run((origin, note) -> Checkpoint.parse(note), problems::add);
      assertThat(problems).isEmpty();
    }
    // Stopped, so that all that was in memory is in the files.
    assertThat(found(marks)).isEmpty();
    Files.write(folder.resolve("planted"), marks.getOrDefault("data key", new byte[0]));
    assertThat(found(marks)).as("the search can find").containsExactly("data key");
  }

  private static NewDocument letter() {
    Octets file = Octets.of(FILE.getBytes(StandardCharsets.UTF_8));
    return NewDocument.printed(DocumentKind.DEMAND, FILE, file);
  }

  private static NewDecision decision(MatterId matter) {
    return new NewDecision(
        matter,
        NOW,
        Verdict.RED,
        new PackRef("cn/request", "2026.11.21", Shelf.digest("pack")),
        Shelf.digest("inputs"),
        "{\"" + INPUT + "\":1}",
        "{}");
  }

  /** What must not be found: what was written, the salt, the key in the clear and wrapped. */
  private static Map<String, byte[]> marks(
      DSLContext dsl, Vault vault, KeyStore keys, Path keyFile, Matter matter, KeptDecision kept)
      throws IOException {
    byte[] wrapped = keys.find(vault.keyOf(dsl, matter.id()).orElseThrow()).orElseThrow();
    SealKey master = new SealKey(Base64.getDecoder().decode(Files.readString(keyFile).strip()));
    byte[] key = master.open(wrapped, "subject_key/" + matter.id());
    byte[] sealed =
        (byte[])
            dsl.fetchValue("select payload_sealed from decision where id = ?", kept.id().text());
    byte[] plain =
        new SealKey(key).open(Objects.requireNonNull(sealed), "decision/" + kept.id() + "/payload");
    Map<String, byte[]> marks = new LinkedHashMap<>();
    for (String text : List.of(TITLE, CHAT, INPUT, FRIEND, CASE, PAYMENT, FILE)) {
      marks.put(text, text.getBytes(StandardCharsets.UTF_8));
    }
    marks.put("salt", Arrays.copyOf(plain, 32));
    marks.put("data key", key);
    marks.put("wrapped key", Base64.getEncoder().encode(wrapped));
    marks.put("wrapped key in bytes", wrapped);
    assertThat(new String(plain, StandardCharsets.UTF_8)).contains(INPUT);
    return marks;
  }

  private static void vacuum(Database database) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "vacuum full matter, decision, friend_link, case_entry, loan_entry, matter_document,"
              + " subject_key");
    }
  }

  /** Which marks lie in any file; the whole folder, the programs are elsewhere. */
  private static List<String> found(Map<String, byte[]> marks) throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
        files++;
        found.addAll(found(marks, file));
      }
    }
    assertThat(files).as("tables and the write-ahead log are read").isGreaterThan(500);
    return found.stream().distinct().toList();
  }

  private static List<String> found(Map<String, byte[]> marks, Path file) throws IOException {
    boolean[] begins = new boolean[256];
    marks.values().forEach(mark -> begins[mark[0] & 0xff] = true);
    List<String> found = new ArrayList<>();
    byte[] in = read(file);
    for (int at = 0; at < in.length; at++) {
      if (begins[in[at] & 0xff]) {
        int from = at;
        marks.forEach(
            (name, mark) -> {
              int to = Math.min(from + mark.length, in.length);
              if (Arrays.equals(in, from, to, mark, 0, mark.length)) {
                found.add(name);
              }
            });
      }
    }
    return found;
  }

  /** The server may take a file away between the listing and the reading. */
  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      return new byte[0];
    }
  }
}
