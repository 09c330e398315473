package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.bill.BillPacks;
import dev.hufu.app.lender.LenderPacks;
import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.decision.WouldChange;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.PackTest;
import dev.hufu.policy.trial.BillTrial;
import dev.hufu.policy.trial.LenderTrial;
import dev.hufu.policy.trial.LoanTrial;
import dev.hufu.policy.trial.PackTrial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Goal: the packs that ship are whole, honest in their words, and prove themselves. Method: the
 * real folders through the real reader and decider.
 */
class PacksTest {

  private static final Pattern NEVER_SAID =
      Pattern.compile("违法|不用还|不必还|一定能追回|一定追回|骗子账号|illegal|need not repay");

  private final PackShelf shelf = PackShelf.ofFolder(PackHome.of(Map.of())).orThrow();

  @Test
  void everyPackLoads() {
    assertThat(shelf.library().problems()).isEmpty();
    assertThat(shelf.library().list())
        .extracting(pack -> pack.ref().id())
        .contains("cn/law", "cn/request", "en-generic/request");
  }

  @Test
  void everyStoryOfEveryPackComesOutAsItsAuthorExpects() {
    for (Pack pack : deciding()) {
      List<PackTrial.Result> results =
          PackTrial.run(pack, shelf.find(pack.ref().id()).orThrow().reader());
      assertThat(results).hasSizeGreaterThan(9);
      assertThat(results)
          .filteredOn(result -> !result.passed())
          .extracting(result -> result.position() + " " + result.complaints())
          .isEmpty();
    }
  }

  @Test
  void greenIsReachable() {
    for (Pack pack : deciding()) {
      assertThat(pack.tests())
          .filteredOn(test -> test.expect().verdict() == Verdict.GREEN)
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void whatWouldChangeAVerdictChangesItAndNothingLessDoes() {
    for (Pack pack : deciding()) {
      PackShelf.ReadyPack ready = shelf.find(pack.ref().id()).orThrow();
      for (PackTest test : pack.tests()) {
        Inputs inputs = PackTrial.inputs(test, pack, ready.reader());
        Decision decision = ready.decider().decide(inputs);
        for (WouldChange change : decision.wouldChange()) {
          assertThat(again(ready, inputs, change.facts())).as(test.name()).isEqualTo(change.to());
          for (Fact left : change.facts()) {
            List<Fact> fewer = change.facts().stream().filter(f -> !f.equals(left)).toList();
            assertThat(again(ready, inputs, fewer)).as(test.name()).isNotEqualTo(change.to());
          }
        }
      }
    }
  }

  @Test
  void noTextSaysWhatWeMustNotSay() {
    for (Pack pack : shelf.library().list()) {
      pack.rules()
          .forEach(
              rule ->
                  assertThat(
                          rule.seen().zh() + rule.why().zh() + rule.seen().en() + rule.why().en())
                      .doesNotContainPattern(NEVER_SAID));
      pack.law()
          .entries()
          .values()
          .forEach(
              entry ->
                  assertThat(entry.wording().zh() + entry.wording().en())
                      .doesNotContainPattern(NEVER_SAID));
      pack.playbook()
          .replies()
          .forEach(reply -> assertThat(reply.text().zh()).doesNotContainPattern(NEVER_SAID));
    }
  }

  /** Every watch has a story in which it sees something. */
  @Test
  void watchesOfBillsSeeWhatTheirStoriesTell() {
    Forensics forensics = BillPacks.find(shelf.library()).orThrow();
    assertThat(BillTrial.run(forensics))
        .filteredOn(result -> !result.passed())
        .extracting(result -> result.position() + " " + result.complaints())
        .isEmpty();
    Set<String> seen =
        forensics.tests().stream()
            .flatMap(test -> test.fired().stream())
            .collect(Collectors.toSet());
    assertThat(forensics.watches()).allMatch(watch -> seen.contains(watch.id()));
  }

  @Test
  void everyStoryOfALoanComesOutAsItsAuthorExpects() {
    List<Pack> overLoans =
        shelf.library().list().stream().filter(pack -> pack.loans().isPresent()).toList();
    assertThat(overLoans).isNotEmpty();
    for (Pack pack : overLoans) {
      assertThat(LoanTrial.run(pack)).hasSizeGreaterThan(9).allMatch(LoanTrial.Result::passed);
      LoanPolicy policy = pack.loans().orElseThrow();
      assertThat(policy.checks())
          .extracting(check -> check.seen().zh() + check.why().zh() + check.why().en())
          .noneMatch(text -> NEVER_SAID.matcher(text).find() || text.contains("一定"));
      assertThat(policy.papers().toString() + policy.chain() + policy.reminders())
          .doesNotContainPattern(NEVER_SAID)
          .doesNotContain("一定");
    }
  }

  @Test
  void everyStoryOfALenderComesOutAsItsAuthorExpects() {
    List<Pack> overLenders =
        shelf.library().list().stream().filter(pack -> pack.lenders().isPresent()).toList();
    assertThat(overLenders).isNotEmpty();
    for (Pack pack : overLenders) {
      PackShelf.ReadyPack ready = shelf.find(pack.ref().id()).orThrow();
      assertThat(LenderTrial.run(ready.decider(), LenderPacks.readers(ready)))
          .isNotEmpty()
          .filteredOn(result -> !result.passed())
          .extracting(result -> result.position() + " " + result.complaints())
          .isEmpty();
      LenderPolicy policy = pack.lenders().orElseThrow();
      assertThat(policy.steps().toString() + policy.authorities() + policy.drafts() + policy.data())
          .doesNotContainPattern(NEVER_SAID);
    }
  }

  private List<Pack> deciding() {
    return shelf.library().list().stream()
        .filter(pack -> pack.matrix().isPresent() && pack.lenders().isEmpty())
        .toList();
  }

  private static Verdict again(PackShelf.ReadyPack ready, Inputs inputs, List<Fact> changes) {
    Facts facts = inputs.facts();
    for (Fact change : changes) {
      facts = facts.with(change);
    }
    return ready
        .decider()
        .decide(
            new Inputs(inputs.at(), inputs.zone(), facts, inputs.detection(), inputs.detector()))
        .verdict();
  }
}
