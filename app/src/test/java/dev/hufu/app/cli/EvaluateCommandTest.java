package dev.hufu.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Goal: the table counts what is in the files. Method: a folder small enough to count by hand. */
class EvaluateCommandTest {

  private static final String SCAM = "在吗？遇到点急事儿，能不能给我借1000块钱？明天就还你";
  private static final String CALM = "晚上吃什么";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(Path data) {
    return run("screen", data);
  }

  private int run(String subject, Path data) {
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    EvaluateCommand command = new EvaluateCommand(new Terminal(to, to, Lang.EN), Map.of());
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(subject, "--data", data.toString());
  }

  private static Path file(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return file;
  }

  private static void zipped(Path file, String text) throws IOException {
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyKnownFileIsCountedByLabel(@TempDir Path folder) throws IOException {
    Files.writeString(
        file(folder, "fbs-sms/fbs.tsv"),
        "label\ttext\nFR:Other\t" + SCAM + "\nIL:Fake\t" + CALM + "\nAD:Loan\t\"" + CALM + "\n");
    Files.writeString(
        file(folder, "telecom-fraud-texts-5/tft5.csv"),
        "\uFEFFlabel_id,label,content\n0,0,\"" + CALM + "，\n好\"\n4,4," + SCAM + "\n");
    Files.writeString(
        file(folder, "fraud-dialogues/dialogues.csv"),
        "specific_dialogue_content,interaction_strategy,call_type,is_fraud,fraud_type\n"
            + ("\"left: " + SCAM + "\",x,y,True,熟人\n")
            + ("left: " + CALM + ",x,y,False,\nleft: " + CALM + ",x,y,,\n"));
    zipped(file(folder, "nus-sms-zh/nus_sms_zh.tsv.gz"), "id\ttext\n1\t" + CALM + "\n");
    zipped(
        file(folder, "teleantifraud-dialogues/dialogues.jsonl.gz"),
        "{\"id\": \"a\", \"is_fraud\": true, \"fraud_type\": \"借\", \"dialogue\": \""
            + SCAM
            + "\"}\n");
    zipped(
        file(folder, "fraud-r1-base/fp-base-chinese.jsonl.gz"),
        "{\"id\": 1, \"raw\": {\"text\": \"x\"}, \"category\": \"c\", \"text\": \""
            + SCAM
            + "\"}\n");

    assertThat(run(folder)).isEqualTo(ExitCodes.OK);

    List<String> rows = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(rows)
        .anySatisfy(
            row -> assertThat(row).startsWith("| fbs | FR:Other | scam | 1 | 100.0 % | 100"))
        .anySatisfy(row -> assertThat(row).startsWith("| fbs | IL:Fake | other | 1 | 0.0 % | 0.0"))
        .anySatisfy(row -> assertThat(row).startsWith("| tft5 | 0 | ordinary | 1 | 0.0 %"))
        .anySatisfy(row -> assertThat(row).startsWith("| dialogues | normal | ordinary | 1 |"))
        .anySatisfy(row -> assertThat(row).startsWith("| fraud-r1-zh | c | scam | 1 |"))
        .anySatisfy(row -> assertThat(row).startsWith("| all |  | scam | 5 | 100.0 %"))
        .anySatisfy(row -> assertThat(row).startsWith("| all |  | ordinary | 4 | 0.0 % | 0.0"));
  }

  @Test
  void aFolderWithoutAnyIsRefused(@TempDir Path folder) {
    assertThat(run(folder)).isEqualTo(ExitCodes.REFUSED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("[HF-");
  }

  @Test
  void theLineLetsOneInAHundredOver() {
    List<Double> falling =
        Stream.concat(Stream.of(0.9, 0.8), Collections.nCopies(98, 0.1).stream()).toList();
    assertThat(EvaluateCommand.line(falling)).isBetween(0.8, 0.800001).isGreaterThan(0.8);
    assertThat(EvaluateCommand.line(Collections.nCopies(10, 0.0))).isPositive();
  }

  @Test
  void aVectorThatComesOutOtherwiseIsNamed(@TempDir Path folder) throws IOException {
    String leaf = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
    String inclusion =
        """
        {"file": "%s", "leafIdx": %s, "treeSize": 1, "root": "%s", "leafHash": "%s", \
        "proof": null, "wantErr": %b}
        """;
    Files.writeString(
        file(folder, "merkle/inclusion.jsonl"),
        inclusion.formatted("holds", "0", leaf, leaf, false)
            + inclusion.formatted("minus one", "18446744073709551615", leaf, leaf, true)
            + inclusion.formatted("no root", "0", "", leaf, true));
    for (String empty : List.of("consistency", "subtreeinclusion", "subtreeconsistency")) {
      Files.writeString(file(folder, "merkle/" + empty + ".jsonl"), "");
    }
    Files.writeString(
        file(folder, "merkle/rfc6962-reference-tree.json"),
        """
        {"empty_root": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
         "leaves_hex": [""],
         "roots_hex": ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"]}
        """);
    assertThat(run("evidence", folder)).isEqualTo(ExitCodes.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("inclusion.jsonl +1 +2 +0")
        .containsPattern("rfc6962-reference-tree.json +2 +0 +0");
    Files.writeString(
        file(folder, "merkle/inclusion.jsonl"),
        inclusion.formatted("says otherwise", "0", leaf, leaf, true));
    assertThat(run("evidence", folder)).isEqualTo(ExitCodes.FINDING);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("says otherwise: -");
    Files.delete(file(folder, "merkle/consistency.jsonl"));
    assertThat(run("evidence", folder)).isEqualTo(ExitCodes.REFUSED);
  }
}
