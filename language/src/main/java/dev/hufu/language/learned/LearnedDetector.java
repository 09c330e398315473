package dev.hufu.language.learned;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The detector that was trained on texts, beside the one that knows cues: one score for chats,
 * short messages and calls, Chinese and English, on one scale, ½ being the line of an alarm.
 *
 * <p>Scripts and cues are what {@link CueDetector} finds, unchanged; the score is the learned one,
 * in which the best script counts too. The stretches that raised it most stand among the cues under
 * {@link #LEARNED}, which is a cue of no script.
 *
 * <p>Example: {@code LearnedDetector.standard(book).orThrow().detect("您的积分已满10000可兑换现金…")}. Same
 * model, same book, same text: same answer.
 */
public final class LearnedDetector implements ScriptDetector {

  /** The cue under which stretches stand that moved the score, and that nobody named. */
  public static final String LEARNED = "learned";

  private static final String SHIPPED = "scam-text.model";
  private static final String SENTENCE_ENDS = "\n。.!?！？;；";
  private static final int STRETCHES_MAX = 5;
  private static final int DECIMALS = 4;

  private final TextHead head;
  private final CueDetector cues;
  private final String version;

  private LearnedDetector(TextHead head, CueDetector cues, String version) {
    this.head = head;
    this.cues = cues;
    this.version = version;
  }

  /**
   * Builds a detector.
   *
   * @return the detector, or a refusal where the model is of another kind or not whole, or the book
   *     is broken
   */
  public static Outcome<LearnedDetector> of(ModelFile model, ScriptBook book) {
    return TextHead.of(model)
        .then(
            head ->
                CueDetector.of(book)
                    .map(
                        cues ->
                            new LearnedDetector(
                                head,
                                cues,
                                "learned/" + model.digest().brief() + "+" + cues.version())));
  }

  /** The detector with the model that ships with this room. */
  public static Outcome<LearnedDetector> standard(ScriptBook book) {
    return shipped().then(model -> of(model, book));
  }

  /** The model that ships with this room. */
  public static Outcome<ModelFile> shipped() {
    try (InputStream in = LearnedDetector.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IOException(SHIPPED + " is not in the jar");
      }
      return ModelFile.read(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Detection detect(String text) {
    Detection known = cues.detect(text);
    Heard heard = Heard.of(text);
    FoldedText folded = Folding.standard().fold(heard.text());
    TokenRun run = TokenRun.of(folded, heard.text());
    Grams grams = Grams.of(run, head.bits());
    double margin = head.margin(grams.distinct()) + head.cues() * known.score();
    double score = rounded(head.score(margin));
    List<CueHit> all = new ArrayList<>(known.cues());
    if (run.size() > 0) {
      all.addAll(stretches(heard, folded, run, grams));
    }
    all.sort(Comparator.comparing(CueHit::span).thenComparing(CueHit::cue));
    return new Detection(score, known.scripts(), all);
  }

  /** The score alone: the fast way where nobody asks why. */
  public double score(String text) {
    int[] places = TextHead.places(text, head.bits());
    return rounded(head.score(head.margin(places) + head.cues() * cues.detect(text).score()));
  }

  /**
   * The stretches that speak loudest for a scam: each token carries its share of the runs it is in;
   * a stretch is what carries more than the text's tokens do on average, within one sentence.
   */
  private List<CueHit> stretches(Heard heard, FoldedText folded, TokenRun run, Grams grams) {
    double[] share = new double[run.size()];
    double sum = 0;
    for (int i = 0; i < grams.size(); i++) {
      double weight = head.weight(grams.index(i));
      int tokens = grams.last(i) - grams.first(i) + 1;
      sum += weight;
      for (int token = grams.first(i); token <= grams.last(i); token++) {
        share[token] += weight / tokens;
      }
    }
    double average = Math.max(0, sum / run.size());
    BitSet ends = new BitSet(run.size());
    for (int token = 0; token < share.length; token++) {
      share[token] -= average;
      ends.set(token, token > 0 && isCut(folded, run.to(token - 1), run.from(token)));
    }
    return Stretches.loudest(share, ends, STRETCHES_MAX).stream()
        .map(stretch -> folded.span(run.from(stretch.from()), run.to(stretch.to() - 1)))
        .map(span -> new CueHit(LEARNED, heard.given(span)))
        .toList();
  }

  /** Whether a sentence or a line ends between two places. */
  private static boolean isCut(FoldedText folded, int from, int to) {
    for (int at = from; at < to; at++) {
      if (SENTENCE_ENDS.indexOf(folded.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static double rounded(double score) {
    return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }
}
