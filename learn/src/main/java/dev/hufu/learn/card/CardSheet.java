package dev.hufu.learn.card;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.frame.TableReader;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.CardExplainer;
import dev.hufu.policy.card.CardInput;
import dev.hufu.policy.card.CardResult;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Scores the lines of a file by a card, in constant memory: line, name, score, chance of going bad,
 * whether it reached the cut-off, at most four reasons, and words that no bin names.
 *
 * <p>Example: {@code CardSheet.score(card, FrameFormat.CSV, in, out, options, Steps.SILENT)}.
 */
public final class CardSheet {

  private static final int STEP = 10_000;

  private final CardScorer scorer;
  private final CardInput input;
  private final CardExplainer explainer;
  private final Options options;
  private final TreeMap<String, Long> unseen = new TreeMap<>();
  private long rows;

  /**
   * How a file is scored.
   *
   * @param id the column that names an applicant, written beside the score
   * @param without classes of data that were refused or never asked for
   */
  public record Options(Optional<String> id, List<String> without, ReasonMethod method) {
    public Options {
      without = List.copyOf(without);
    }
  }

  /**
   * What came out.
   *
   * @param unseen how often a feature held a word that no bin names
   */
  public record Sheet(Scored scored, Map<String, Long> unseen) {
    public Sheet {
      unseen = Collections.unmodifiableMap(new TreeMap<>(unseen));
    }
  }

  private CardSheet(Scorecard card, Options options) {
    this.scorer = new CardScorer(card);
    this.input = new CardInput(scorer);
    this.explainer = new CardExplainer(scorer, options.method);
    this.options = options;
  }

  /** Scores a file into another; lines that have no score are counted and told. */
  public static Outcome<Sheet> score(
      Scorecard card, FrameFormat format, Path in, Path out, Options options, Steps steps) {
    return TableReader.open(in, format)
        .then(
            table -> {
              try (table;
                  BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                return new CardSheet(card, options).run(table, writer, steps);
              } catch (IOException full) {
                return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(in.getFileName()));
              }
            });
  }

  private Outcome<Sheet> run(TableReader table, BufferedWriter out, Steps steps)
      throws IOException {
    long start = System.nanoTime();
    Map<String, Integer> places = new HashMap<>();
    List<String> wanted = new ArrayList<>(input.columns());
    options.id.ifPresent(wanted::add);
    for (String column : wanted) {
      Outcome<Integer> place = table.place(column);
      Optional<Refusal> refusal = place.findRefusal();
      if (refusal.isPresent() && needed(column)) {
        return Outcome.refused(refusal.get());
      }
      place.findValue().ifPresent(found -> places.put(column, found));
    }
    out.write("line,id,score,bad,passes,reason1,reason2,reason3,reason4,unseen\n");
    long mask = scorer.mask(options.without);
    while (table.next()) {
      line(table, places, mask, out);
      if ((rows + table.refused()) % STEP == 0) {
        steps.step(new Wording("打分", "scoring"), rows + table.refused(), 0);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return Outcome.of(new Sheet(new Scored(rows, table.refused(), table.first(), seconds), unseen));
  }

  /** Whether a column is read although classes are withheld. */
  private boolean needed(String column) {
    if (options.id.filter(column::equals).isPresent()) {
      return true;
    }
    long mask = scorer.mask(options.without);
    for (int i = 0; i < scorer.card().characteristics().size(); i++) {
      Characteristic each = scorer.card().characteristics().get(i);
      boolean reads =
          each.feature().equals(column)
              || scorer.card().derived().stream()
                  .anyMatch(d -> d.name().equals(each.feature()) && d.parts().contains(column));
      if (reads && !scorer.withheld(i, mask)) {
        return true;
      }
    }
    return false;
  }

  private void line(TableReader table, Map<String, Integer> places, long mask, BufferedWriter out)
      throws IOException {
    Outcome<double[]> values =
        input.read(
            name -> {
              Integer place = places.get(name);
              return place == null || table.missing(place) ? "" : table.cell(place);
            },
            mask);
    switch (values) {
      case Outcome.Refused<double[]>(var refusal) ->
          table.refuse(refusal.code(), refusal.subject(), 1);
      case Outcome.Ok<double[]>(var read) -> {
        CardResult result = explainer.explain(read, mask);
        rows++;
        out.write(Integer.toString(table.lineNumber()));
        out.write(',');
        out.write(
            options
                .id
                .flatMap(id -> Optional.ofNullable(places.get(id)))
                .map(place -> quoted(table.cell(place)))
                .orElse(""));
        out.write(
            String.format(
                Locale.ROOT,
                ",%s,%s,%s",
                points(result.score()),
                chance(result.score()),
                scorer.card().cutoff().isPresent() ? Boolean.toString(result.passes()) : ""));
        for (int i = 0; i < CardExplainer.REASONS_MAX; i++) {
          out.write(',');
          out.write(i < result.reasons().size() ? quoted(result.reasons().get(i).code()) : "");
        }
        out.write(',');
        out.write(unseen(result));
        out.write('\n');
      }
    }
  }

  private static String points(double score) {
    return Bin.number(Math.rint(score * 1e6) / 1e6);
  }

  private String chance(double score) {
    return scorer
        .card()
        .scale()
        .map(scale -> String.format(Locale.ROOT, "%.6f", scale.bad(score)))
        .orElse("");
  }

  private String unseen(CardResult result) {
    List<String> names = new ArrayList<>();
    for (CardResult.Part part : result.parts()) {
      if (part.state() == CardResult.State.UNSEEN) {
        names.add(part.characteristic().feature());
        unseen.merge(part.characteristic().feature(), 1L, Long::sum);
      }
    }
    return quoted(String.join(" ", names));
  }

  private static String quoted(String text) {
    return text.indexOf(',') < 0 && text.indexOf('"') < 0
        ? text
        : '"' + text.replace("\"", "\"\"") + '"';
  }
}
