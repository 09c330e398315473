package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a sum stands to the thresholds of an offence, in words. It never says that an offence was
 * committed: whoever decides is named in the scale's own words.
 *
 * <p>Example: 490,000 yuan reach the line of 30,000 and lie below that of 500,000.
 *
 * @param reached the highest step that is reached wherever one lives
 * @param says the sentence of it
 * @param rules ids of the entries behind it
 */
public record ScaleReading(
    CasePolicy.Scale scale, Optional<Wording> reached, Wording says, List<String> rules) {

  public ScaleReading {
    rules = List.copyOf(rules);
  }

  /** Empty where nothing was lost yet, or the entry does not cover that day. */
  static Optional<ScaleReading> of(CasePolicy.Scale scale, Pack pack, CaseFile file, Instant now) {
    Instant at = file.largest().flatMap(Payment::at).orElse(now);
    LocalDate day = at.atZone(pack.zone()).toLocalDate();
    Law.Entry entry = pack.law().entries().get(scale.entry());
    Fen lost = file.lost();
    if (entry == null || !entry.decides(day) || lost.equals(Fen.ZERO)) {
      return Optional.empty();
    }
    return Optional.of(read(scale, pack, entry, lost, day));
  }

  private static ScaleReading read(
      CasePolicy.Scale scale, Pack pack, Law.Entry entry, Fen lost, LocalDate day) {
    List<Integer> from = entry.numbers(scale.from());
    List<Integer> to = entry.numbers(scale.to());
    int reached = 0;
    while (reached < to.size() && lost.compareTo(Fen.ofYuan(to.get(reached))) >= 0) {
      reached++;
    }
    Sentence sentence = new Sentence(pack.casework().orElseThrow(), lost);
    List<String> rules = new ArrayList<>(List.of(entry.id()));
    if (reached > 0) {
      sentence.say("scaleReached", scale.names().get(reached - 1), line(to, reached - 1), "");
    }
    boolean open = reached < from.size() && lost.compareTo(Fen.ofYuan(from.get(reached))) >= 0;
    if (open) {
      sentence.say(
          "scaleRange", scale.names().get(reached), line(from, reached), line(to, reached));
    } else if (reached == 0) {
      sentence.say("scaleBelow", scale.names().getFirst(), line(from, 0), "");
    } else if (reached < from.size()) {
      sentence.say("scaleNext", scale.names().get(reached), line(from, reached), "");
    }
    if (reached == 0) {
      scale.belowEntry().filter(id -> inForce(pack, id, day)).ifPresent(rules::add);
    }
    return new ScaleReading(
        scale,
        reached == 0 ? Optional.empty() : Optional.of(scale.names().get(reached - 1)),
        sentence.made(),
        rules);
  }

  private static boolean inForce(Pack pack, String id, LocalDate day) {
    return Optional.ofNullable(pack.law().entries().get(id))
        .map(entry -> entry.decides(day))
        .orElse(false);
  }

  private static String line(List<Integer> steps, int step) {
    return Fen.ofYuan(steps.get(step)).display();
  }

  /** Whether the sum lies below the lowest step everywhere or somewhere. */
  public boolean below() {
    return reached.isEmpty();
  }

  private static final class Sentence {
    private final CasePolicy policy;
    private final String sum;
    private final StringBuilder zh = new StringBuilder();
    private final StringBuilder en = new StringBuilder();

    Sentence(CasePolicy policy, Fen sum) {
      this.policy = policy;
      this.sum = sum.display();
    }

    void say(String word, Wording name, String line, String to) {
      Wording text = policy.word(word);
      zh.append(fill(text.zh(), name.zh(), line, to));
      en.append(en.isEmpty() ? "" : " ").append(fill(text.en(), name.en(), line, to));
    }

    private String fill(String text, String name, String line, String to) {
      return text.replace("[sum]", sum)
          .replace("[name]", name)
          .replace("[line]", line)
          .replace("[to]", to);
    }

    Wording made() {
      return new Wording(zh.toString(), en.toString());
    }
  }
}
