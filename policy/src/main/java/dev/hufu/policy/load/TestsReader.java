package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.policy.pack.PackTest;
import dev.hufu.policy.yaml.Branch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Reads {@code tests/*.yaml}. */
final class TestsReader {

  private final Map<String, FactType> facts;
  private final FactsReader values;
  private final Problems problems;

  TestsReader(Map<String, FactType> facts, FactsReader values, Problems problems) {
    this.facts = facts;
    this.values = values;
    this.problems = problems;
  }

  List<PackTest> read(Branch file) {
    return file.list("tests").stream().map(this::test).toList();
  }

  private PackTest test(Branch branch) {
    Branch expect = branch.get("expect");
    return new PackTest(
        branch.text("name"),
        branch.position(),
        moment(branch.get("at")),
        branch.find("chat").map(Branch::text).orElse(""),
        facts(branch),
        new PackTest.Expect(
            verdict(expect.text("verdict")),
            expect.find("script").map(Branch::text),
            expect.find("next").map(Branch::text),
            expect
                .find("reasonsAtMost")
                .map(most -> OptionalInt.of(most.count()))
                .orElse(OptionalInt.empty()),
            expect.texts("reasons"),
            expect.texts("fired"),
            expect.texts("notFired"),
            expect.texts("wouldChange").stream().map(TestsReader::verdict).toList()));
  }

  private Facts facts(Branch test) {
    List<Fact> told = new ArrayList<>();
    test.find("facts")
        .ifPresent(
            map ->
                map.names()
                    .forEach(
                        name -> {
                          FactType type = facts.get(name);
                          if (type == null) {
                            problems.add(map.get(name), "no such fact: " + name);
                          } else {
                            values
                                .parse(type, map.get(name))
                                .ifPresent(v -> told.add(new Fact(name, v, Provenance.SAID)));
                          }
                        }));
    return Facts.of(told);
  }

  private Instant moment(Branch at) {
    try {
      return OffsetDateTime.parse(at.text()).toInstant();
    } catch (DateTimeException notATime) {
      problems.add(at, "not a time with offset: " + at.text() + " (2026-11-21T20:00+08:00)");
      return Instant.EPOCH;
    }
  }

  private static Verdict verdict(String id) {
    return Verdict.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
