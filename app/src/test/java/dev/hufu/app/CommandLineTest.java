package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goal: one sentence and the right exit code for what stops a start. Method: main as called. */
class CommandLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Main.run(
        args,
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void helpSpeaksBothLanguages() {
    assertThat(run("--help")).isEqualTo(ExitCodes.OK);
    assertThat(run("serve", "--help", "--lang", "en")).isEqualTo(ExitCodes.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("先核实，再转账", "自检", "one-time sign-in link", "127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void everyOptionSaysWhatItDoes(Lang lang) {
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> silent = new ArrayList<>();
    silent(Main.commandLine(new Terminal(to, to, lang), Map.of()), silent);
    assertThat(silent).isEmpty();
  }

  private static void silent(CommandLine command, List<String> silent) {
    String call = command.getCommandSpec().qualifiedName(".");
    ResourceBundle words = command.getResourceBundle();
    for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
      String name = option.longestName().replaceFirst("^-+", "");
      boolean said = words.containsKey(call + "." + name) || words.containsKey(name);
      if (!option.hidden() && !said && option.description().length == 0) {
        silent.add(call + " " + option.longestName());
      }
    }
    command.getSubcommands().values().stream()
        .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
        .forEach(sub -> silent(sub, silent));
  }

  @Test
  void aMistakeIsUsage() {
    assertThat(run("serve", "--port", "65536")).isEqualTo(ExitCodes.USAGE);
    assertThat(run("serve", "--prot", "80")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("65535", "--prot", "--help");
  }

  @Test
  void aBusyPortIsNamedWithWhatToDo(@TempDir Path folder) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int status = run("serve", "--port", "" + other.getLocalPort(), "--data", folder.toString());
      assertThat(status).isEqualTo(ExitCodes.ENVIRONMENT);
      assertThat(err.toString(StandardCharsets.UTF_8).lines())
          .singleElement()
          .asString()
          .contains("" + other.getLocalPort(), "--port", "HF-705");
    }
  }

  @Test
  void aFileInPlaceOfTheDataFolderIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "not a folder");
    assertThat(run("serve", "--port", "0", "--data", file.toString()))
        .isEqualTo(ExitCodes.ENVIRONMENT);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("HF-801");
  }

  @Test
  void theKeyStoreIsBackedUpAndOldBackupsGo(@TempDir Path folder) throws IOException {
    Path backups = Files.createDirectory(folder.resolve("backups"));
    Path old = Files.writeString(backups.resolve("hufu-keys-20200101-000000"), "old");
    Path other = Files.writeString(backups.resolve("hufu-keys-notes"), "not ours");
    String data = folder.resolve("data").toString();
    assertThat(run("evidence", "keys", "backup", "--data", data)).isEqualTo(ExitCodes.USAGE);
    assertThat(run("evidence", "keys", "backup", "--data", data, "--to", backups.toString()))
        .isEqualTo(ExitCodes.OK);
    assertThat(old).doesNotExist();
    assertThat(other).exists();
    assertThat(run("evidence", "keys", "restore", "--data", data, "--from", other.toString()))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1143");
  }

  @Test
  void theDoctorNamesNobody(@TempDir Path folder) {
    assertThat(run("doctor", "--data", folder.toString())).isEqualTo(ExitCodes.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("jdk", "postgresql", "disk free", "chromium", "chinese font")
        .doesNotContain(System.getProperty("user.home") + "/");
  }

  @Test
  void theDoctorAlsoWritesAnObject(@TempDir Path folder) {
    assertThat(run("doctor", "--json", "--data", folder.toString())).isEqualTo(ExitCodes.OK);
    JsonNode report = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(report.get("well").asBoolean()).isTrue();
    assertThat(report.get("lines").findValuesAsString("name")).contains("jdk", "pack cn/request");
  }
}
