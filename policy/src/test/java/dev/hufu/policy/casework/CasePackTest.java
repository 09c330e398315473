package dev.hufu.policy.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.casework.ClockKind;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.PaperText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: the shipped plans are complete and truthful, and a broken one is told with its place.
 * Method: laws over the whole pack, and one broken file at a time.
 */
class CasePackTest {

  private static final CasePolicy POLICY = Cases.PACK.casework().orElseThrow();
  private static final Pack LAW = Cases.LIBRARY.find("cn/law").orElseThrow();
  private static final PackFiles FILES = PackFiles.ofFolder(Path.of("../packs/cn/loss")).orThrow();

  @Test
  void thereIsAPlanForEachKindOfLoss() {
    assertThat(Cases.LIBRARY.problems()).isEmpty();
    assertThat(POLICY.plans())
        .containsOnlyKeys(
            "talked-into-it",
            "fake-lender",
            "family-live",
            "lent-account",
            "stolen",
            "loan-in-my-name",
            "phone-lost",
            "account-taken",
            "account-frozen");
    List<String> reachable = POLICY.ways().stream().flatMap(way -> way.plans().stream()).toList();
    assertThat(reachable).containsExactlyInAnyOrderElementsOf(POLICY.plans().keySet());
    assertThat(POLICY.papers())
        .containsOnlyKeys(
            "hotline", "police", "bank", "ticket", "complaint", "insurance", "credit", "platform");
    assertThat(POLICY.checks())
        .containsOnlyKeys(
            "wechat-ios",
            "wechat-android",
            "alipay-ios",
            "alipay-android",
            "device-ios",
            "device-android");
  }

  @Test
  void everyPlanWarnsOfTheSecondFraudAndCallsSomebodyFirst() {
    for (CasePolicy.Plan plan : POLICY.plans().values()) {
      assertThat(plan.tasks()).as(plan.id()).contains("beware-recovery");
      assertThat(plan.opening().zh()).as(plan.id()).endsWith("。");
      for (String task : plan.tasks()) {
        List<String> before = plan.tasks().subList(0, plan.tasks().indexOf(task));
        assertThat(POLICY.task(task).after().stream().filter(plan.tasks()::contains))
            .as("%s in %s", task, plan.id())
            .allMatch(before::contains);
      }
    }
  }

  @Test
  void whatStandsOnLawIsToldFromPractice() {
    for (CasePolicy.Clock clock : POLICY.clocks().values()) {
      assertThat(clock.source().kind() == Source.Kind.LAW)
          .as(clock.id())
          .isEqualTo(clock.kind() == ClockKind.STATUTORY);
      if (clock.kind() == ClockKind.STATUTORY) {
        assertThat(clock.length()).as(clock.id()).isInstanceOf(CasePolicy.Length.ByLaw.class);
      }
    }
    assertThat(POLICY.clocks().values())
        .extracting(CasePolicy.Clock::kind)
        .contains(ClockKind.values());
  }

  @Test
  void noTextPromisesOrBlamesOrInventsALaw() {
    List<String> texts = new ArrayList<>();
    Cases.PACK.casework().orElseThrow().words().values().forEach(word -> add(texts, word));
    POLICY.tasks().values().forEach(task -> tell(texts, task));
    POLICY.clocks().values().forEach(clock -> add(texts, clock.missed()));
    for (CasePolicy.Plan plan : POLICY.plans().values()) {
      add(texts, plan.lead());
      add(texts, plan.opening());
      plan.warnings().forEach(warning -> add(texts, warning.why()));
      CasePapers papers = new CasePapers(new Cases("2026-11-22T10:00").opened(plan.id()).plan());
      papers
          .forms()
          .forEach(
              form -> {
                texts.add(PaperText.write(papers.find(form.id(), Lang.ZH).orElseThrow()));
                texts.add(PaperText.write(papers.find(form.id(), Lang.EN).orElseThrow()));
              });
    }
    assertThat(texts)
        .hasSizeGreaterThan(150)
        .noneMatch(text -> text.matches("(?s).*(违法|一定能追回|24 ?小时内必须|不用还|继续聊|稳住对方|怪你).*"));
    assertThat(texts).noneMatch(text -> text.matches("(?s).*\\p{IsHan}[,;:?!]\\p{IsHan}.*"));
  }

  private static void tell(List<String> texts, CasePolicy.Task task) {
    add(texts, task.title());
    task.what().ifPresent(what -> add(texts, what));
    task.script().ifPresent(script -> add(texts, script));
  }

  private static void add(List<String> texts, Wording wording) {
    texts.add(wording.zh());
    texts.add(wording.en());
  }

  @Test
  void aBrokenPlanIsToldWithItsPlace() {
    assertThat(broken("tasks.yaml", "after: [call-110]", "after: [call-111]"))
        .anyMatch(each -> each.matches("tasks.yaml:\\d+:\\d+: no task call-111"));
    assertThat(broken("casework.yaml", "from: stop-placed", "from: stop-plced"))
        .anyMatch(each -> each.matches("casework.yaml:\\d+:\\d+: no event stop-plced"));
    assertThat(broken("casework.yaml", "figure: timesMax", "figure: times"))
        .anyMatch(each -> each.endsWith("CN-IR-05 has no figure times"));
    assertThat(
            broken(
                "casework.yaml", "source: {law: CN-IR-05}", "source: {practice: keep-originals}"))
        .anyMatch(
            each -> each.endsWith("a statutory clock stands on law, any other on a practice"));
    assertThat(broken("plans.yaml", "{me.name}，被骗转账", "{my.name}，被骗转账"))
        .anyMatch(each -> each.matches("plans.yaml:\\d+:\\d+: no such placeholder: \\{my.name}"));
    assertThat(broken("tasks.yaml", "when: paid.wechat", "when: paid.wechatt"))
        .anyMatch(each -> each.startsWith("tasks.yaml:"));
    assertThat(broken("papers/bank.yaml", "table: transfers", "table: owed"))
        .anyMatch(each -> each.contains("here stands one of timeline, transfers"));
  }

  @Test
  void tasksThatWaitForEachOtherAreTold() {
    assertThat(
            broken(
                "tasks.yaml",
                "  - id: call-110\n    who: me\n",
                "  - id: call-110\n    who: me\n    after: [station]\n"))
        .anyMatch(each -> each.matches("tasks.yaml:\\d+:\\d+: the task .* waits for itself"));
  }

  private static List<String> broken(String file, String was, String is) {
    TreeMap<String, String> texts = new TreeMap<>(FILES.texts());
    assertThat(texts.get(file)).contains(was);
    texts.computeIfPresent(file, (path, text) -> text.replace(was, is));
    return PackLoader.load(new PackFiles(texts), List.of(LAW)).problems().stream()
        .map(PackProblem::toString)
        .toList();
  }
}
