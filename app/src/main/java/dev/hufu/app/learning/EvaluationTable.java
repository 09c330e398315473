package dev.hufu.app.learning;

import dev.hufu.app.history.TextTable;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Evaluation.Line;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation as the table of a terminal, and as JSON. */
public final class EvaluationTable {

  private static final String NONE = "·";

  private final Evaluation evaluation;

  public EvaluationTable(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** A line a figure: ours, published, what it must reach, the difference to that. */
  public String text(Lang lang) {
    TextTable table = new TextTable(2);
    Wording head =
        new Wording(
            "数据|指标|我们|公布的|要达到|差|够了吗|秒|怎么量的",
            "data|figure|ours|published|reference|difference|reached|seconds|how");
    table.row((Object[]) head.in(lang).split("\\|"));
    for (Line line : evaluation.lines()) {
      String reached =
          line.holds()
              .map(yes -> (yes ? new Wording("够", "yes") : new Wording("不够", "no")).in(lang))
              .orElse(NONE);
      table.row(
          line.task(),
          line.figure(),
          number(line.ours()),
          number(line.published()),
          number(line.reference()),
          number(difference(line)),
          reached,
          line.seconds() == 0 ? NONE : String.format(Locale.ROOT, "%.1f", line.seconds()),
          line.note());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** The same as one JSON object. */
  public String json() {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("holds", evaluation.holds());
    ArrayNode lines = answer.putArray("lines");
    for (Line line : evaluation.lines()) {
      ObjectNode row = lines.addObject();
      row.put("task", line.task()).put("figure", line.figure()).put("ours", line.ours());
      line.published().ifPresent(value -> row.put("published", value));
      line.reference().ifPresent(value -> row.put("reference", value));
      line.holds().ifPresent(value -> row.put("holds", value));
      row.put("seconds", line.seconds()).put("note", line.note());
    }
    return answer.toString();
  }

  private static OptionalDouble difference(Line line) {
    OptionalDouble other = line.reference().isPresent() ? line.reference() : line.published();
    return other.isPresent()
        ? OptionalDouble.of(line.ours() - other.getAsDouble())
        : OptionalDouble.empty();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : NONE;
  }

  /** Small figures to four places, large ones as they are read aloud. */
  private static String number(double value) {
    return Double.isNaN(value)
        ? NONE
        : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.4f" : "%,.0f", value);
  }
}
