package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cases for tests, entered as a person would: each entry is held against the pack first. */
final class Cases {

  static final PackLibrary LIBRARY =
      PackLibrary.toDecide(Path.of("../packs"), head -> head.id().equals("cn/loss"));
  static final Pack PACK = LIBRARY.find("cn/loss").orElseThrow();

  private final List<CaseFile.Stamped> entries = new ArrayList<>();
  private Instant now;

  Cases(String now) {
    this.now = at(now);
  }

  static Instant at(String text) {
    return OffsetDateTime.parse(text + ":00+08:00").toInstant();
  }

  Cases at(Instant moment) {
    now = moment;
    return this;
  }

  Cases opened(String plan) {
    return add(new CaseEntry.Opened(plan));
  }

  Cases told(String name, String value) {
    return add(new CaseEntry.Told(new TreeMap<>(Map.of(name, value))));
  }

  Cases paid(long yuan, String when, String from, String payee, String account) {
    return add(
        new CaseEntry.Paid(
            new Payment(
                Fen.ofYuan(yuan),
                Optional.of(at(when)),
                Optional.of(from),
                Optional.of(payee),
                Optional.of(account),
                Optional.empty())));
  }

  Cases happened(String event, String when) {
    return add(new CaseEntry.Happened(event, at(when)));
  }

  Cases add(CaseEntry entry) {
    new CaseCheck(PACK, file(), now).check(entry).orThrow();
    entries.add(new CaseFile.Stamped(entry, now));
    return this;
  }

  CaseFile file() {
    return CaseFile.of(entries);
  }

  CaseCheck check() {
    return new CaseCheck(PACK, file(), now);
  }

  CasePlan plan() {
    return CasePlan.of(PACK, file(), now).orThrow();
  }
}
