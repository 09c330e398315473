package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.price.PriceDesk;
import dev.hufu.app.price.PriceForm;
import dev.hufu.app.price.PriceJson;
import dev.hufu.intake.price.FlowsCsv;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.price.PriceReview;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hufu price}: what a loan really costs, from what arrived and what is paid. */
@Command(name = "price", mixinStandardHelpOptions = true)
public final class PriceCommand implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--received", paramLabel = "SUM")
  private String received = "";

  @Option(names = "--payments", paramLabel = "14x4928")
  private String payments = "";

  @Option(names = "--every", paramLabel = "month|week|2weeks|N days", arity = "1..2")
  private List<String> every = List.of();

  @Option(names = "--first", paramLabel = "DAY")
  private String first = "";

  @Option(names = "--drawn", paramLabel = "DAY")
  private String drawn = "";

  @Option(names = "--flows", paramLabel = "FILE")
  private Optional<Path> flows = Optional.empty();

  @Option(names = "--face", paramLabel = "SUM")
  private String face = "";

  @Option(names = "--rate", paramLabel = "PERCENT")
  private String rate = "";

  @Option(names = "--reported", paramLabel = "PERCENT")
  private String reported = "";

  @Option(names = "--claimed", paramLabel = "SUM")
  private String claimed = "";

  @Option(names = "--law", paramLabel = "cn|us|eu|uk|sg")
  private String law = "";

  @Option(names = "--lender", paramLabel = "natural|unlicensed|licensed|platform|unknown")
  private String lender = "";

  @Option(names = "--at", paramLabel = "DAY")
  private String at = "";

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  public PriceCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (flows.isPresent() && !(received + payments).isEmpty()) {
      terminal.say(
          "--flows 和 --received、--payments 只能用一种", "Use --flows or --received with --payments");
      return ExitCodes.USAGE;
    }
    return switch (review()) {
      case Outcome.Ok<PriceReview>(var review) -> print(review);
      case Outcome.Refused<PriceReview>(var refusal) -> refuse(refusal);
    };
  }

  private Outcome<PriceReview> review() {
    var today = SystemClock.get().instant().atZone(ZONE).toLocalDate();
    PriceForm form =
        new PriceForm(
            received,
            payments,
            String.join(" ", every),
            first,
            drawn,
            face,
            rate,
            reported,
            claimed,
            lender,
            law,
            at);
    return Packs.toDecide(packs, environment, PriceDesk::wanted)
        .map(shelf -> new PriceDesk(shelf.library(), today))
        .then(
            desk ->
                flows.isPresent()
                    ? file(flows.get()).then(read -> desk.answer(form, read))
                    : desk.answer(form));
  }

  private static Outcome<FlowsCsv> file(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(4 * Limits.PRICE_FLOWS_CHARS_MAX + 1);
      return FlowsCsv.read(String.valueOf(file.getFileName()), bytes);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }

  private int print(PriceReview review) {
    if (json) {
      terminal.out().println(PriceJson.write(review, terminal.lang()));
    } else {
      new PricePrint(terminal).print(review);
    }
    Optional<Refusal> none = PriceJson.refusal(review.price());
    none.ifPresent(terminal::refuse);
    return none.isPresent() ? ExitCodes.REFUSED : ExitCodes.OK;
  }

  private int refuse(Refusal refusal) {
    if (json) {
      terminal.out().println(AskJson.write(refusal, terminal.lang()));
    }
    terminal.refuse(refusal);
    return ExitCodes.REFUSED;
  }
}
