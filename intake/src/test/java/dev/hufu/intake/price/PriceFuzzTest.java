package dev.hufu.intake.price;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.money.Fen;
import java.nio.charset.StandardCharsets;

/**
 * Goal: no text and no file throws, and what is read can be priced. Method: Jazzer; in a build it
 * runs the seeds kept beside this class, and with {@code JAZZER_FUZZ=1} it looks for more.
 */
class PriceFuzzTest {

  @FuzzTest(maxDuration = "20s")
  void anyRepayments(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (RepaymentText.read(text) instanceof Outcome.Ok<RepaymentText>(var read)) {
      if (read.payments().size() > Limits.PRICE_FLOWS_MAX) {
        throw new AssertionError(read.payments().size());
      }
      use(CashFlows.regular(Fen.ofYuan(1000), read.payments(), Pace.MONTH));
    }
  }

  @FuzzTest(maxDuration = "20s")
  void anyFile(byte[] bytes) {
    if (FlowsCsv.read("flows.csv", bytes) instanceof Outcome.Ok<FlowsCsv>(var read)) {
      use(CashFlows.dated(read.flows()));
    }
  }

  @FuzzTest(maxDuration = "20s")
  void anyRows(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (FlowsCsv.dated(text)
        && FlowsCsv.typed("", text) instanceof Outcome.Ok<FlowsCsv>(var read)) {
      use(CashFlows.dated(read.flows()));
    }
  }

  private static void use(Outcome<CashFlows> flows) {
    if (flows instanceof Outcome.Ok<CashFlows>(var loan)
        && loan.price() instanceof Price.Known known) {
      known.nominal().decimal();
      known.effective().decimal();
    }
  }
}
