package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The values of the names that conditions of a pack over lost money may read. */
final class CaseFacts {

  private CaseFacts() {}

  static Scope scope(Pack pack, CaseFile file, Instant now) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("lost.sum", new FactValue.Amount(file.lost())));
    facts.add(fact("paid.count", new FactValue.Count(file.payments().size())));
    facts.add(flag("paid.wechat", from(file, "微信", "wechat")));
    facts.add(flag("paid.alipay", from(file, "支付宝", "alipay")));
    facts.add(flag("paid.bank", from(file, "银行", "bank")));
    facts.add(flag("report.taken", !file.times("reported").isEmpty()));
    facts.add(flag("stop.placed", !file.times("stop-placed").isEmpty()));
    facts.add(flag("data.told", file.facts().containsKey("data.given")));
    return Scope.ofFacts(Facts.of(facts), now, pack.zone());
  }

  private static boolean from(CaseFile file, String zh, String en) {
    return file.payments().stream()
        .flatMap(paid -> paid.payment().from().stream())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.contains(zh) || text.contains(en));
  }

  private static Fact flag(String name, boolean holds) {
    return fact(name, new FactValue.Flag(holds));
  }

  private static Fact fact(String name, FactValue value) {
    return new Fact(name, value, Provenance.CHECKED);
  }
}
