package dev.hufu.app.cli;

import dev.hufu.app.bill.BillAnalysis;
import dev.hufu.app.bill.BillPacks;
import dev.hufu.app.bill.FlowJson;
import dev.hufu.app.bill.FlowPage;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.flow.FlowFeatures;
import dev.hufu.policy.flow.FlowReport;
import dev.hufu.policy.flow.FlowScope;
import dev.hufu.policy.pack.FlowPolicy;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Pack;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code hufu bill features FILE…}: income, commitments and trade as bills show them, as figures a
 * card can score. Keeps nothing.
 */
@Command(name = "features", mixinStandardHelpOptions = true)
public final class BillFeatures implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private BillFiles files = new BillFiles();

  @Option(names = "--at", paramLabel = "DAY")
  private Optional<String> at = Optional.empty();

  @Option(names = "--months", paramLabel = "N")
  private Optional<Integer> months = Optional.empty();

  @Option(names = "--allow", paramLabel = "CLASS", split = ",")
  private List<String> allow = List.of();

  @Option(names = "--own", paramLabel = "NAME")
  private List<String> own = List.of();

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--csv")
  private boolean csv;

  public BillFeatures(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (files.none() || json && csv) {
      terminal.say(
          "要给账单文件；--json 和 --csv 只用一个", "Give files of bills, and one of --json and --csv");
      return ExitCodes.USAGE;
    }
    Outcome<Integer> done =
        allowed()
            .then(
                allowed ->
                    Packs.toDecide(files.packs(), environment, BillPacks::overFlows)
                        .then(shelf -> BillPacks.flows(shelf.library()))
                        .then(pack -> answer(pack, allowed)));
    return switch (done) {
      case Outcome.Ok<Integer>(var code) -> code;
      case Outcome.Refused<Integer>(var refusal) -> {
        if (json) {
          terminal.out().println(AskJson.write(refusal, terminal.lang()));
        }
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Set<DataClass>> allowed() {
    if (allow.isEmpty()) {
      return Outcome.of(FlowScope.OF_BILLS);
    }
    Set<DataClass> allowed = EnumSet.noneOf(DataClass.class);
    for (String name : allow) {
      Optional<DataClass> found = DataClass.find(name).filter(FlowScope.OF_BILLS::contains);
      if (found.isEmpty()) {
        return Outcome.refused(Code.FLOW_CLASS, name);
      }
      allowed.add(found.get());
    }
    return Outcome.of(allowed);
  }

  private Outcome<Integer> answer(Pack pack, Set<DataClass> allowed) {
    FlowPolicy policy = pack.flows().orElseThrow();
    return files
        .read(new Forensics(List.of(), List.of()), terminal, !json && !csv)
        .then(
            analysis ->
                last(analysis, pack)
                    .then(last -> scope(last, policy, pack))
                    .map(scope -> scope.allowing(allowed).owning(Set.copyOf(own)))
                    .map(scope -> print(analysis, policy, scope)));
  }

  private Outcome<LocalDate> last(BillAnalysis analysis, Pack pack) {
    if (at.isPresent()) {
      try {
        return Outcome.of(LocalDate.parse(at.get()));
      } catch (DateTimeException notADay) {
        return Outcome.refused(Code.FLOW_DAY, at.get());
      }
    }
    var rows = analysis.timeline().rows();
    if (!rows.isEmpty()) {
      return Outcome.of(rows.getLast().time().at().atZone(pack.zone()).toLocalDate());
    }
    return analysis.refusedFiles().stream()
        .map(file -> Outcome.<LocalDate>refused(file.why()))
        .findFirst()
        .orElseGet(() -> Outcome.refused(Code.FLOW_NO_ROWS, ""));
  }

  private Outcome<FlowScope> scope(LocalDate last, FlowPolicy policy, Pack pack) {
    int back = months.orElse(policy.lines().months());
    return back < 1 || back > Limits.FLOW_MONTHS_MAX
        ? Outcome.refused(Code.FLOW_MONTHS, Integer.toString(back))
        : Outcome.of(FlowScope.of(last, back, pack.zone()));
  }

  private int print(BillAnalysis analysis, FlowPolicy policy, FlowScope scope) {
    FlowReport report = FlowFeatures.of(policy, analysis.timeline(), scope);
    if (json) {
      terminal.out().println(FlowJson.write(report, analysis.timeline(), terminal.lang()));
    } else if (csv) {
      terminal.out().print(FlowJson.csv(report));
    } else {
      new FlowPage(report, analysis.timeline(), terminal).print();
    }
    List<Refusal> refused = analysis.refusedFiles().stream().map(file -> file.why()).toList();
    refused.forEach(terminal::refuse);
    return refused.isEmpty() ? ExitCodes.OK : ExitCodes.REFUSED;
  }
}
