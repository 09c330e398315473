package dev.hufu.policy.trial;

import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Position;
import dev.hufu.policy.forensics.BillForensics;
import dev.hufu.policy.pack.BillTest;
import dev.hufu.policy.pack.Forensics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the stories of a pack over bills against what their author expected.
 *
 * <p>Example: {@code BillTrial.run(pack.forensics().orElseThrow())}.
 */
public final class BillTrial {

  private static final BillFile STORY =
      new BillFile(
          "story",
          "",
          Platform.WECHAT,
          "story",
          "",
          BillTotals.NONE,
          BillTotals.NONE,
          0,
          List.of(),
          List.of());

  /** One story, and what differs from what was expected. */
  public record Result(String name, Position position, List<String> complaints) {

    public Result {
      complaints = List.copyOf(complaints);
    }

    public boolean passed() {
      return complaints.isEmpty();
    }
  }

  private BillTrial() {}

  public static List<Result> run(Forensics forensics) {
    return forensics.tests().stream().map(test -> run(forensics, test)).toList();
  }

  private static Result run(Forensics forensics, BillTest test) {
    Timeline timeline = Timeline.of(List.of(new Statement(STORY, test.rows())));
    Set<String> seen = new TreeSet<>();
    for (BillFinding finding : BillForensics.findings(forensics, timeline)) {
      seen.add(finding.rule());
    }
    List<String> complaints = new ArrayList<>();
    test.fired().stream()
        .filter(watch -> !seen.contains(watch))
        .forEach(watch -> complaints.add(watch + " saw nothing; there is " + seen));
    test.notFired().stream()
        .filter(seen::contains)
        .forEach(watch -> complaints.add(watch + " saw something and should not have"));
    if (test.quiet()) {
      seen.stream()
          .filter(watch -> !test.fired().contains(watch))
          .forEach(watch -> complaints.add(watch + " stands out too"));
    }
    return new Result(test.name(), test.position(), complaints);
  }
}
