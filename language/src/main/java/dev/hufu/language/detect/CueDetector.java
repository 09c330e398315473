package dev.hufu.language.detect;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Script;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.script.Span;
import dev.hufu.language.detect.CueIndex.Found;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The detector that knows cues by their wording and adds them up as {@link Script} says.
 *
 * <p>Example: {@code CueDetector.of(book).orThrow().detect("遇到点急事儿，能借我1000块吗")}. The text's score
 * is that of its best script, to four decimals. Same book, same text: same answer.
 */
public final class CueDetector implements ScriptDetector {

  private static final String VERSION = "cues/1";
  private static final int DECIMALS = 4;

  private static final Comparator<CueHit> IN_TEXT =
      Comparator.comparing(CueHit::span).thenComparing(CueHit::cue);
  private static final Comparator<ScriptHit> BEST_FIRST =
      Comparator.comparingDouble(ScriptHit::score).reversed().thenComparing(ScriptHit::script);

  private final ScriptBook book;
  private final Folding folding;
  private final CueIndex index;

  private CueDetector(ScriptBook book, Folding folding, CueIndex index) {
    this.book = book;
    this.folding = folding;
    this.index = index;
  }

  /**
   * Builds a detector.
   *
   * @return the detector, or {@link Code#PACK_BROKEN} naming the first cue whose pattern is broken
   */
  public static Outcome<CueDetector> of(ScriptBook book) {
    CueIndex index = new CueIndex(book.cues(), Folding.standard());
    if (!index.broken().isEmpty()) {
      BrokenPattern first = index.broken().get(0);
      return Outcome.refused(
          Code.PACK_BROKEN, first.cue() + ": " + first.pattern() + ": " + first.message());
    }
    return Outcome.of(new CueDetector(book, Folding.standard(), index));
  }

  @Override
  public Detection detect(String text) {
    return weigh(hits(text, 0));
  }

  @Override
  public String version() {
    return VERSION;
  }

  /** The cues of one stretch of a longer text; {@code offset} is added to their places. */
  public List<CueHit> hits(String text, int offset) {
    FoldedText folded = folding.fold(text);
    Map<Integer, List<Found>> byCue = new TreeMap<>();
    for (Found found : index.find(folded)) {
      byCue.computeIfAbsent(found.cue(), cue -> new ArrayList<>()).add(found);
    }
    Set<CueHit> hits = new HashSet<>();
    byCue.forEach(
        (cue, places) -> {
          String id = book.cues().get(cue).id();
          for (Found found : places) {
            if (places.stream().noneMatch(other -> isBetter(other, found))) {
              Span span = folded.span(found.from(), found.to());
              hits.add(new CueHit(id, new Span(offset + span.start(), offset + span.end())));
            }
          }
        });
    return merged(hits.stream().sorted(IN_TEXT).toList());
  }

  /** Two places of one cue that overlap are one place: 点急事 and 急事儿 are 点急事儿. */
  private static List<CueHit> merged(List<CueHit> sorted) {
    List<CueHit> merged = new ArrayList<>();
    Map<String, Integer> latest = new HashMap<>();
    for (CueHit hit : sorted) {
      Integer at = latest.get(hit.cue());
      CueHit before = at == null ? null : merged.get(at);
      if (at != null && before != null && hit.span().start() < before.span().end()) {
        int end = Math.max(before.span().end(), hit.span().end());
        merged.set(at, new CueHit(hit.cue(), new Span(before.span().start(), end)));
      } else {
        latest.put(hit.cue(), merged.size());
        merged.add(hit);
      }
    }
    return merged.stream().sorted(IN_TEXT).toList();
  }

  /**
   * Whether another place of the same cue says it better: as written where this one has a slip, or
   * the same with more of the text.
   */
  private static boolean isBetter(Found other, Found found) {
    boolean overlap = other.from() < found.to() && found.from() < other.to();
    boolean longer = other.to() - other.from() > found.to() - found.from();
    boolean covers = other.from() <= found.from() && found.to() <= other.to() && longer;
    return overlap && (other.slipped() == found.slipped() ? covers : found.slipped());
  }

  /** Adds cues up to scripts. */
  public Detection weigh(List<CueHit> hits) {
    if (hits.isEmpty()) {
      return Detection.NOTHING;
    }
    Set<String> seen = new HashSet<>();
    hits.forEach(hit -> seen.add(hit.cue()));
    List<ScriptHit> scripts = new ArrayList<>();
    for (Script script : book.scripts()) {
      double score = score(script, seen);
      if (score > 0) {
        scripts.add(new ScriptHit(script.id(), score, hitsOf(script, hits)));
      }
    }
    scripts.sort(BEST_FIRST);
    double best = scripts.isEmpty() ? 0 : scripts.get(0).score();
    return new Detection(best, scripts, hits);
  }

  private static List<CueHit> hitsOf(Script script, List<CueHit> hits) {
    return hits.stream()
        .filter(
            hit ->
                script.weights().containsKey(hit.cue())
                    || script.needs().stream().anyMatch(group -> group.contains(hit.cue())))
        .toList();
  }

  private static double score(Script script, Set<String> seen) {
    boolean fits =
        script.needs().stream().allMatch(group -> group.stream().anyMatch(seen::contains));
    return fits
        ? round((1 - leftAfter(script.weights(), seen)) * leftAfter(script.against(), seen))
        : 0;
  }

  /**
   * Π(1 − weight) over the cues seen, in the order of their ids: products of doubles depend on it.
   */
  private static double leftAfter(Map<String, Double> weights, Set<String> seen) {
    double left = 1;
    for (Map.Entry<String, Double> weight : new TreeMap<>(weights).entrySet()) {
      if (seen.contains(weight.getKey())) {
        left *= 1 - weight.getValue();
      }
    }
    return left;
  }

  private static double round(double score) {
    return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }
}
