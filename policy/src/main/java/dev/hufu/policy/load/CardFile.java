package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.ClassUse;
import dev.hufu.policy.card.Derived;
import dev.hufu.policy.card.Scale;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A scorecard as a YAML file. The form is in {@code docs/reference/scorecard-format.md}; what is
 * wrong is told as {@code card.yaml:12:7}.
 *
 * <p>Example: {@code CardFile.read("card.yaml", text)}.
 */
public final class CardFile {

  private static final ToldFile FORM =
      new ToldFile("card", Code.CARD_BROKEN, Limits.CARD_FILE_CHARS_MAX);

  private CardFile() {}

  /**
   * Reads a card.
   *
   * @param name as it is called in refusals
   * @return the card, or {@link Code#CARD_BROKEN} with the place of the first mistake
   */
  public static Outcome<Scorecard> read(String name, String text) {
    return FORM.read(name, text, CardFile::read);
  }

  /** Reads a branch that fits the schema; what is wrong beyond it is told in {@code problems}. */
  static Scorecard read(Branch top, Problems problems) {
    Scorecard card =
        new Scorecard(
            top.text("id"),
            top.text("version"),
            top.wording("title"),
            top.find("better").filter(word -> word.text().equals("lower")).isPresent()
                ? Scorecard.Better.LOWER
                : Scorecard.Better.HIGHER,
            top.find("scale").map(CardFile::scale),
            number(top, "start").orElse(0),
            number(top, "cutoff"),
            classes(top),
            derived(top, problems),
            top.list("characteristics").stream().map(CardFile::characteristic).toList());
    new CardCheck(card, top, problems).check();
    return card;
  }

  private static Scale scale(Branch branch) {
    return new Scale(
        branch.get("pdo").number(), branch.get("points").number(), branch.get("odds").number());
  }

  private static List<ClassUse> classes(Branch top) {
    return top.find("classes")
        .map(
            classes ->
                classes
                    .names()
                    .map(
                        name ->
                            new ClassUse(
                                name,
                                classes.get(name).wording("title"),
                                ClassUse.Use.valueOf(constant(classes.get(name).text("use")))))
                    .toList())
        .orElse(List.of());
  }

  /**
   * Numbers reckoned from others, as a card and a recipe write them: {@code {name: ltv, ratio:
   * [LOAN, VALUE]}}.
   */
  private static List<Derived> derived(Branch top, Problems problems) {
    List<Derived> all = new ArrayList<>();
    for (Branch branch : top.list("derived")) {
      List<String> hows = branch.names().filter(name -> !name.equals("name")).toList();
      boolean pair = hows.equals(List.of("ratio")) || hows.equals(List.of("difference"));
      if (hows.size() != 1 || pair && branch.texts(hows.getFirst()).size() != 2) {
        problems.add(branch, "one way to reckon it; ratio and difference take two columns");
        continue;
      }
      String how = hows.getFirst();
      all.add(
          new Derived(branch.text("name"), Derived.How.valueOf(constant(how)), branch.texts(how)));
    }
    return all;
  }

  private static Characteristic characteristic(Branch branch) {
    Branch reason = branch.get("reason");
    return new Characteristic(
        branch.text("id"),
        branch.find("feature").map(Branch::text).orElseGet(() -> branch.text("id")),
        branch.wording("title"),
        reason.text("code"),
        new Wording(reason.text("zh"), reason.text("en")),
        branch.get("changeable").yes(),
        branch.find("data").map(Branch::text),
        branch.get("mean").number(),
        number(branch, "neutral"),
        branch.list("bins").stream().map(CardFile::bin).toList());
  }

  private static Bin bin(Branch branch) {
    return new Bin(
        where(branch),
        branch.get("points").number(),
        branch.find("label").map(Branch::wording),
        branch.find("reason").map(Branch::text),
        branch
            .find("rows")
            .map(
                rows ->
                    new Bin.Seen(
                        rows.json().longValue(),
                        branch.find("bad").map(bad -> bad.json().longValue()).orElse(0L))));
  }

  private static Bin.Where where(Branch branch) {
    if (branch.find("words").isPresent()) {
      return new Bin.Words(branch.texts("words"));
    }
    if (branch.find("special").isPresent()) {
      return new Bin.Special(branch.list("special").stream().map(Branch::number).toList());
    }
    if (branch.find("missing").isPresent()) {
      return new Bin.Missing();
    }
    if (branch.find("other").isPresent()) {
      return new Bin.Other();
    }
    OptionalDouble above = number(branch, "above");
    OptionalDouble upTo = number(branch, "upTo");
    return new Bin.Interval(
        above.isPresent() ? above : number(branch, "from"),
        above.isEmpty(),
        upTo.isPresent() ? upTo : number(branch, "below"),
        upTo.isPresent());
  }

  private static OptionalDouble number(Branch branch, String name) {
    Optional<Branch> found = branch.find(name);
    return found.isPresent() ? OptionalDouble.of(found.get().number()) : OptionalDouble.empty();
  }

  private static String constant(String written) {
    return written.toUpperCase(Locale.ROOT);
  }
}
