package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.trial.BillTrial;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Stories of bills hold a pack to what its author wrote, and say what came out otherwise. */
final class BillTrialTest {

  private static final String PACK =
      """
      id: cn/small
      version: 2026.01.01
      matter: loss
      jurisdiction: cn
      title: {zh: 小, en: Small}
      validFrom: 2026-01-01
      validTo: null
      asOf: 2026-11-22
      zone: Asia/Shanghai
      currency: yuan
      """;

  private static final String WATCHES =
      """
      watches:
        - id: loan-inflow
          look: loan-inflow
          strength: medium
          numbers: {sum: 100 yuan}
          words: [放款]
          title: {zh: 借来的钱, en: Lent}
          reason: {zh: 有一笔, en: One}
          innocent: {zh: 自己借的, en: Own loan}
      """;

  private static PackLoader.Loaded load(String tests) {
    return PackLoader.load(
        new PackFiles(
            new TreeMap<>(
                Map.of("pack.yaml", PACK, "forensics.yaml", WATCHES, "tests/one.yaml", tests))),
        List.of());
  }

  @Test
  void whatDiffersIsSaid() {
    PackLoader.Loaded loaded =
        load(
            """
            life: {from: 2026-01-01, days: 3, rows: [{at: "12:10", pay: 22 yuan, to: 面馆}]}
            tests:
              - name: 借款
                rows: [{at: 2026-01-02 15:00, receive: 5000 yuan, to: 某公司, kind: other, item: 放款}]
                expect: {fired: [loan-inflow], quiet: true}
              - name: 还钱
                rows: [{at: 2026-01-02 15:00, receive: 5000 yuan, to: 老张, item: 转账}]
                expect: {fired: [loan-inflow]}
              - name: 不该
                rows: [{at: 2026-01-02 15:00, receive: 5000 yuan, to: 某公司, item: 放款}]
                expect: {notFired: [loan-inflow], quiet: true}
            """);
    assertThat(loaded.problems()).isEmpty();
    List<BillTrial.Result> results =
        BillTrial.run(loaded.pack().orElseThrow().forensics().orElseThrow());
    assertThat(results.get(0).complaints()).isEmpty();
    assertThat(results.get(1).complaints()).containsExactly("loan-inflow saw nothing; there is []");
    assertThat(results.get(2).complaints()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsToldAtItsPlace() {
    List<PackProblem> problems =
        load("""
        life: {from: 2026-02-30, days: 3, rows: [{at: "25:10", pay: 22 yuan}]}
        tests:
          - name: 一
            rows: [{at: gestern, pay: 5000 gbp, kind: gift}]
            expect: {fired: [none-such]}
        """)
            .problems();
    assertThat(problems.toString())
        .contains("2026-02-30", "25:10", "gestern", "5000 gbp", "gift", "none-such");
  }
}
