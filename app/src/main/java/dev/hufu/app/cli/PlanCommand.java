package dev.hufu.app.cli;

import dev.hufu.app.history.TextTable;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.price.PlanForm;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.plan.PlanRow;
import dev.hufu.kernel.loan.plan.Schedule;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code hufu plan}: the rows of a repayment plan. */
@Command(name = "plan", mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "equal-payment|equal-principal|interest-first|bullet|flat-fee|fixed-payment|free")
  private String kind = "equal-payment";

  @Option(names = "--principal", paramLabel = "SUM", required = true)
  private String principal = "";

  @Option(names = "--rate", paramLabel = "PERCENT")
  private String rate = "0";

  @Option(names = "--n", paramLabel = "N")
  private String count = "";

  @Option(names = "--every", paramLabel = "month|week|2weeks|N days", arity = "1..2")
  private List<String> every = List.of();

  @Option(names = "--drawn", paramLabel = "DAY")
  private String drawn = "";

  @Option(names = "--first", paramLabel = "DAY")
  private String first = "";

  @Option(names = "--days", paramLabel = "act/365|act/360|30/360|act/act|…")
  private String basis = "";

  @Option(names = "--roll", paramLabel = "month-end|next-first")
  private String roll = "month-end";

  @Option(names = "--payment", paramLabel = "SUM")
  private String payment = "";

  @Option(names = "--parts", paramLabel = "3x500,1x9000")
  private String parts = "";

  @Option(names = "--round-up", paramLabel = "SUM")
  private String roundUp = "";

  @Option(names = "--received", paramLabel = "SUM")
  private String received = "";

  @Option(names = "--change", paramLabel = "6:rate=4|6:more=2000:shorter|6:payoff")
  private List<String> changes = List.of();

  @Option(names = "--json")
  private boolean json;

  public PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PlanForm form =
        new PlanForm(
            kind,
            principal,
            rate,
            count,
            String.join(" ", every),
            drawn,
            first,
            basis,
            roll,
            payment,
            parts,
            roundUp,
            changes);
    Outcome<Boolean> done =
        form.schedule()
            .then(
                schedule ->
                    form.received(received)
                        .then(schedule::flows)
                        .map(flows -> print(schedule, flows)));
    return switch (done) {
      case Outcome.Ok<Boolean> _ -> ExitCodes.OK;
      case Outcome.Refused<Boolean>(var refusal) -> {
        if (json) {
          terminal.out().println(AskJson.write(refusal, terminal.lang()));
        }
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private boolean print(Schedule schedule, CashFlows flows) {
    if (json) {
      terminal.out().println(write(schedule, flows.price()));
    } else {
      table(schedule);
    }
    return true;
  }

  private static ObjectNode write(Schedule schedule, Price price) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    ArrayNode rows = all.putArray("rows");
    for (PlanRow row : schedule.rows()) {
      ObjectNode one = rows.addObject();
      one.put("number", row.number());
      row.due().ifPresent(due -> one.put("due", due.toString()));
      one.put("principal", text(row.principal()))
          .put("interest", text(row.interest()))
          .put("payment", text(row.payment()))
          .put("balance", text(row.balance()));
    }
    all.put("principal", text(schedule.principal()))
        .put("interest", text(schedule.interest()))
        .put("total", text(schedule.total()));
    if (price instanceof Price.Known known) {
      all.put("nominal", known.nominal().decimal().toPlainString())
          .put("effective", known.effective().decimal().toPlainString());
    }
    return all;
  }

  private static String text(Fen sum) {
    return sum.yuan().toPlainString();
  }

  private void table(Schedule schedule) {
    TextTable table = new TextTable(2);
    table.row(
        word("期", "no."),
        word("哪天", "due"),
        word("还款", "payment"),
        word("本金", "principal"),
        word("利息", "interest"),
        word("剩余本金", "balance"));
    for (PlanRow row : schedule.rows()) {
      table.row(
          Integer.toString(row.number()),
          row.due().map(LocalDate::toString).orElse("—"),
          row.payment().toString(),
          row.principal().toString(),
          row.interest().toString(),
          row.balance().toString());
    }
    table.row(
        word("合计", "total"),
        "",
        schedule.total().toString(),
        schedule.principal().toString(),
        schedule.interest().toString(),
        "");
    table.print(terminal.out());
  }

  private String word(String zh, String en) {
    return new Wording(zh, en).in(terminal.lang());
  }
}
