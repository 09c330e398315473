package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.pack.Pack;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Goal: every mistake an author can make is told at its place. Method: one edit of the demo pack.
 */
class PackLoaderTest {

  @Test
  void theDemoPackLoadsWhole() {
    PackLoader.Loaded loaded = DemoPacks.load(DemoPacks.files("lend"));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.pack().orElseThrow().rules()).hasSize(7);
  }

  @Test
  void toDecideTheTestsAreLeftOutButNotFromTheDigest() {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    texts.put("tests/broken.yaml", "tests: nonsense");
    PackFiles files = new PackFiles(texts);

    Pack toDecide =
        PackLoader.load(files, List.of(DemoPacks.law()), PackLoader.Purpose.DECIDE)
            .pack()
            .orElseThrow();

    assertThat(toDecide.tests()).isEmpty();
    assertThat(toDecide.ref().digest())
        .isEqualTo(files.digest(List.of(DemoPacks.law().ref().digest())))
        .isNotEqualTo(DemoPacks.lend().ref().digest());
    assertThat(DemoPacks.load(files).pack()).isEmpty();
  }

  @Test
  void anUndeclaredNameIsToldWithFileLineColumnAndAGuess() {
    expect(
        "rules.yaml",
        text -> text.replace("when: request.amount >", "when: reqest.amount >"),
        "rules.yaml:4:11:",
        "undeclared reference to 'reqest'",
        "did you mean \"request.amount\"?");
  }

  @Test
  void aTypeErrorPointsAtItsOperator() {
    expect(
        "rules.yaml",
        text -> text.replace("relation.lastContact >= days(180)", "relation.lastContact >= 180"),
        "rules.yaml:11:32:",
        "found no matching overload for '_>=_'");
  }

  @Test
  void aChoiceOfAnotherFactIsRefused() {
    expect(
        "rules.yaml",
        text -> text.replace("verify.video == passed &&", "verify.video == no_answer &&"),
        "rules.yaml:",
        "verify.video has no choice \"no_answer\"");
  }

  @Test
  void aPositionInsideAQuotedConditionCountsTheQuote() {
    expect(
        "facts.yaml",
        text -> text.replace("\"request.amount > yuan(100)\"", "\"request.amount > yuann(100)\""),
        "facts.yaml:47:75:",
        "did you mean \"yuan\"");
  }

  @Test
  void aNameOutsideTheSchemaIsToldAtItsPlace() {
    expect(
        "rules.yaml",
        text -> text.replace("    stage: retain", "    stagge: retain"),
        "rules.yaml:",
        "stagge");
  }

  @Test
  void brokenYamlIsToldWhereReadingStopped() {
    expect("rules.yaml", text -> text + "\n  - id: [", "rules.yaml:", "");
  }

  @Test
  void aNameTwiceInAMapIsRefused() {
    expect("pack.yaml", text -> text + "zone: UTC\n", "pack.yaml:", "zone");
  }

  @Test
  void anAliasIsRefused() {
    expect(
        "pack.yaml",
        text -> text.replace("needs: [demo/law]", "needs: &a [demo/law]\nx: *a"),
        "pack.yaml:",
        "");
  }

  @Test
  void aRuleMustNotDecideOnAnEntryFromMemory() {
    expect(
        "rules.yaml",
        text -> text.replace("{claim: S000-silence}", "{law: CN-XX-01}"),
        "rules.yaml:15:",
        "CN-XX-01 has confidence M and must not decide");
  }

  @Test
  void aCoefficientNeedsASourceThatExists() {
    expect(
        "rules.yaml",
        text -> text.replace("{claim: S000-silence}", "{claim: S000-nothing}"),
        "rules.yaml:15:",
        "no claim S000-nothing");
  }

  @Test
  void identityIsNotKnownInVerify() {
    expect(
        "rules.yaml",
        text -> text.replace("when: verify.callBack == failed", "when: identity.cleared"),
        "rules.yaml:",
        "known only after verify");
  }

  @Test
  void aScriptOrCueThatDoesNotExistIsRefused() {
    expect(
        "matrix.yaml",
        text -> text.replace("'posing' in script.seen", "'poser' in script.seen"),
        "matrix.yaml:",
        "there is no script \"poser\"");
    expect(
        "scripts.yaml",
        text -> text.replace("urgent: 0.4", "urgnt: 0.4"),
        "scripts.yaml:",
        "urgnt");
  }

  @Test
  void aWrongUnitOfAnOptionIsRefused() {
    expect(
        "facts.yaml",
        text -> text.replace("value: 730 d", "value: 730"),
        "facts.yaml:",
        "Wrong unit");
  }

  @Test
  void everyVerdictNeedsAnActionWithoutCondition() {
    expect(
        "playbook.yaml",
        text -> text.replace("verdicts: [red, amber, unknown]", "verdicts: [red, amber]"),
        "playbook.yaml:2:",
        "no action without when for unknown");
  }

  @Test
  void aReplyFitsIntoFortyCharacters() {
    expect(
        "playbook.yaml",
        text -> text.replace("打通了就转。, en: I", "打通了就转。".repeat(8) + ", en: I"),
        "playbook.yaml:",
        "at most 40");
  }

  @Test
  void aMissingNeedIsTold() {
    PackLoader.Loaded loaded = PackLoader.load(DemoPacks.files("lend"), List.of());
    assertThat(loaded.pack()).isEmpty();
    assertThat(loaded.problems()).anyMatch(p -> p.message().contains("demo/law is not there"));
  }

  @Test
  void aFileOfUnknownKindIsRefused() {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    texts.put("rulez.yaml", "rules: []\n");
    assertThat(DemoPacks.load(new PackFiles(texts)).problems())
        .extracting(PackProblem::toString)
        .containsExactly("rulez.yaml:1:1: a pack has no such file; see pack-format.md");
  }

  @Test
  void aRuleAtTheLimitLoadsAndOneBeyondDoesNot() {
    String base = "when: chat.urgency";
    int free = Limits.RULE_CHARS_MAX - "chat.urgency && identity.matched == 0".length();
    String spaces = " ".repeat(free);
    assertThat(
            DemoPacks.edited(
                    "rules.yaml",
                    text ->
                        text.replace(
                            base + " && identity.matched == 0",
                            "when: \"chat.urgency && identity.matched ==" + spaces + " 0\""))
                .problems())
        .isEmpty();
    expect(
        "rules.yaml",
        text ->
            text.replace(
                base + " && identity.matched == 0",
                "when: \"chat.urgency && identity.matched ==" + spaces + "  0\""),
        "rules.yaml:",
        "longer than 2000");
  }

  @Test
  void theDigestChangesWithAnyFileAndWithTheLaw() {
    String digest = DemoPacks.lend().ref().digest().hex();
    String changed =
        DemoPacks.edited("rules.yaml", text -> text.replace("0.72", "0.73"))
            .pack()
            .orElseThrow()
            .ref()
            .digest()
            .hex();
    assertThat(changed).isNotEqualTo(digest);
    assertThat(DemoPacks.lend().ref().digest().hex()).isEqualTo(digest);
  }

  private static void expect(
      String file, UnaryOperator<String> edit, String position, String... words) {
    PackLoader.Loaded loaded = DemoPacks.edited(file, edit);
    assertThat(loaded.pack()).isEmpty();
    assertThat(loaded.problems())
        .extracting(PackProblem::toString)
        .anySatisfy(
            problem -> {
              assertThat(problem).startsWith(position);
              for (String word : words) {
                assertThat(problem).contains(word);
              }
            });
  }
}
