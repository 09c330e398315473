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
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    EvaluateCommand command = new EvaluateCommand(new Terminal(to, to, Lang.EN), Map.of());
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute("screen", "--data", data.toString());
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
}
