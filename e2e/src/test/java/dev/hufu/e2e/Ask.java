package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hufu ask --json} as somebody at a terminal, or a script of theirs, uses it. */
final class Ask {

  /** The day of the stories. */
  static final String AT = "2026-11-21T20:00+08:00";

  private Ask() {}

  /** The object a check prints; the command has to succeed. */
  static JsonNode json(String chat, Map<String, String> facts, String... more) {
    Program.Run run = run(chat, facts, more);
    assertThat(run.status()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  static Program.Run run(String chat, Map<String, String> facts, String... more) {
    try {
      List<String> line = new ArrayList<>(List.of("ask", "--json", "--at", AT));
      if (!chat.isEmpty()) {
        line.addAll(List.of("--text", "-"));
      }
      if (!facts.isEmpty()) {
        Path file = Files.createTempFile(Program.scratch(), "facts", ".yaml");
        String yaml =
            facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": \"" + fact.getValue() + "\"\n")
                .collect(Collectors.joining());
        Files.writeString(file, yaml);
        line.addAll(List.of("--facts", file.toString()));
      }
      line.addAll(List.of(more));
      return Program.run(chat, line.toArray(String[]::new));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.get(field).asString()));
    return texts;
  }
}
