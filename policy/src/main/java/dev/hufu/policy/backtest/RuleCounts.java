package dev.hufu.policy.backtest;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.Labels.Label;
import dev.hufu.policy.event.Ruling;
import dev.hufu.policy.pack.EventRule;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rules over one kind of event did. Dozens fire on many an event, so most of it is counted
 * by {@link BitCounts}; what is rare is counted rule by rule.
 */
final class RuleCounts {

  private final List<EventRule> rules;
  private final BitCounts fraud;
  private final BitCounts honest;
  private final BitCounts unlabelled;
  private final BitCounts undetermined;
  private final long[] alone;
  private final long[] fraudFen;
  private final List<List<String>> examples = new ArrayList<>();

  /** Rules that can decide by themselves: weights and stops. */
  private final long[] deciding;

  /** Rules of which there are too few examples yet. */
  private final long[] wanting;

  RuleCounts(List<EventRule> rules) {
    int words = (rules.size() + 63) >>> 6;
    this.rules = rules;
    fraud = new BitCounts(words);
    honest = new BitCounts(words);
    unlabelled = new BitCounts(words);
    undetermined = new BitCounts(words);
    alone = new long[rules.size()];
    fraudFen = new long[rules.size()];
    deciding = new long[words];
    wanting = new long[words];
    for (int place = 0; place < rules.size(); place++) {
      Effect effect = rules.get(place).effect();
      if (effect == Effect.WEIGHT || effect == Effect.STOP) {
        deciding[place >>> 6] |= 1L << place;
      }
      wanting[place >>> 6] |= 1L << place;
      examples.add(new ArrayList<>());
    }
  }

  void add(EventValues event, Ruling ruling, Label label, long fen) {
    BitCounts fired =
        switch (label) {
          case FRAUD -> fraud;
          case HONEST -> honest;
          case UNKNOWN -> unlabelled;
        };
    fired.begin();
    undetermined.begin();
    int decided = 0;
    int decider = -1;
    for (int word = 0; word < deciding.length; word++) {
      long bits = ruling.firedWord(word);
      fired.add(word, bits);
      undetermined.add(word, ruling.undeterminedWord(word));
      long weighty = bits & deciding[word];
      if (weighty != 0) {
        decided += Long.bitCount(weighty);
        decider = (word << 6) + Long.numberOfTrailingZeros(weighty);
      }
      if ((bits & wanting[word]) != 0) {
        addExamples(word, bits & wanting[word], event.id());
      }
    }
    if (decided == 1) {
      alone[decider]++;
    }
    if (label == Label.FRAUD) {
      ruling.forEachFired(place -> fraudFen[place] = Math.addExact(fraudFen[place], fen));
    }
  }

  private void addExamples(int word, long bits, String id) {
    for (long left = bits; left != 0; left &= left - 1) {
      List<String> ids = examples.get((word << 6) + Long.numberOfTrailingZeros(left));
      ids.add(id);
      if (ids.size() == Differences.EXAMPLES) {
        wanting[word] &= ~Long.lowestOneBit(left);
      }
    }
  }

  /** One line for each rule, in their order. */
  List<RuleLine> lines() {
    List<RuleLine> lines = new ArrayList<>();
    for (int place = 0; place < rules.size(); place++) {
      long frauds = fraud.count(place);
      long honests = honest.count(place);
      lines.add(
          new RuleLine(
              rules.get(place).id(),
              rules.get(place).seen(),
              frauds + honests + unlabelled.count(place),
              alone[place],
              undetermined.count(place),
              frauds,
              honests,
              fraudFen[place],
              List.copyOf(examples.get(place))));
    }
    return lines;
  }
}
