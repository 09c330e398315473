package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first minutes at a terminal: what does not start says why in one sentence, status 3. */
@ExtendWith(Outside.Shared.class)
class FirstRunTest {

  private final Outside outside;

  FirstRunTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void aTakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path folder = Outside.fresh("taken");
      String port = String.valueOf(taken.getLocalPort());
      Program.Run run = Program.run("", "serve", "--port", port, "--data", folder.toString());
      assertThat(run.status()).isEqualTo(3);
      assertThat(sentences(run)).singleElement().asString().contains("HF-705").contains(port);
      assertThat(folder).as("nothing half-written").doesNotExist();
    }
  }

  @Test
  void aSecondHouseInTheSameFolder() {
    String folder = outside.house().folder().toString();
    Program.Run run = Program.run("", "serve", "--port", "0", "--data", folder);
    assertThat(run.status()).isEqualTo(3);
    assertThat(sentences(run)).singleElement().asString().contains("HF-706");
    try (Visitor visitor = outside.visit()) {
      assertThat(visitor.go("/")).as("the first one goes on").isEqualTo(200);
    }
  }

  @Test
  void aDataFolderThatIsAFile() throws IOException {
    Path file = Files.createTempFile(Program.scratch(), "folder", ".txt");
    Program.Run run = Program.run("", "serve", "--port", "0", "--data", file.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(sentences(run)).singleElement().asString().contains("HF-801");
  }

  @Test
  void theFirstWordsAtTheTerminal() {
    List<String> said = outside.house().said();
    assertThat(said).anyMatch(line -> line.contains("打开 → http://127.0.0.1:"));
    assertThat(said).anyMatch(line -> line.matches(".*启动用时 \\d+\\.\\d 秒.*"));
  }

  @Test
  void theLinkSignsInOnce() {
    String path = outside.house().signIn().getPath() + "?" + outside.house().signIn().getQuery();
    try (Visitor owner = outside.visit();
        Visitor thief = outside.visit()) {
      owner.go(path);
      owner.press("进入");
      assertThat(owner.go("/matters")).isEqualTo(200);
      thief.go(path);
      thief.press("进入");
      assertThat(thief.status()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void theDoctorNamesNobody() {
    Program.Run run = Program.run("", "doctor");
    assertThat(run.status()).as(run.err()).isIn(0, 1, 3);
    assertThat(run.out()).contains("jdk").doesNotContain(System.getProperty("user.home"));
  }

  /** Lines with a code: the sentences a person is meant to act on. */
  private static List<String> sentences(Program.Run run) {
    assertThat(run.out() + run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    return run.err().lines().filter(line -> line.contains("HF-")).toList();
  }
}
