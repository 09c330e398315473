package dev.hufu.app.cli;

import dev.hufu.app.loan.LoanJson;
import dev.hufu.app.loan.LoanPacks;
import dev.hufu.app.loan.LoanRegister;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.intake.TextSniffer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.load.LoanFile;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.paper.PaperXhtml;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu loan iou|owed|demand|claim|register}: a loan between people, written down in a file,
 * reckoned and put on paper. Keeps nothing.
 */
@Command(name = "loan", mixinStandardHelpOptions = true)
public final class LoanCommand implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What is wanted of the loan. */
  enum Task {
    IOU,
    OWED,
    DEMAND,
    CLAIM,
    REGISTER
  }

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "iou|owed|demand|claim|register")
  private Task task = Task.IOU;

  @Option(names = "--facts", paramLabel = "FILE", required = true)
  private List<Path> facts = new ArrayList<>();

  @Option(names = "--at", paramLabel = "DAY")
  private Optional<String> at = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--jurisdiction", paramLabel = "ID", defaultValue = "cn")
  private String jurisdiction = "cn";

  @Option(names = "--json")
  private boolean json;

  public LoanCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (task != Task.REGISTER && facts.size() > 1) {
      terminal.say("一次只看一笔借款；看全部用 register", "One loan at a time; register takes several");
      return ExitCodes.USAGE;
    }
    Outcome<Integer> done =
        Packs.toDecide(
                packs,
                environment,
                head ->
                    head.jurisdiction().equals(jurisdiction)
                        && head.matter().equals(LoanPacks.MATTER))
            .then(shelf -> reviews(shelf.library()))
            .then(this::answer);
    return switch (done) {
      case Outcome.Ok<Integer>(var status) -> status;
      case Outcome.Refused<Integer>(var refusal) -> {
        if (json) {
          terminal.out().println(AskJson.write(refusal, terminal.lang()));
        }
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<List<LoanReview>> reviews(PackLibrary library) {
    List<LoanReview> reviews = new ArrayList<>();
    for (Path file : facts) {
      Outcome<LoanReview> review =
          text(file)
              .then(text -> LoanFile.read(String.valueOf(file.getFileName()), text))
              .then(
                  loan ->
                      day(loan).then(day -> LoanPacks.review(library, jurisdiction, loan, day)));
      Optional<Refusal> refusal = review.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      reviews.add(review.orThrow());
    }
    return Outcome.of(reviews);
  }

  /** The day of {@code --at} counts, else the one that the file speaks of, else today. */
  private Outcome<LocalDate> day(LoanFile loan) {
    if (at.isEmpty()) {
      return Outcome.of(
          loan.at().orElseGet(() -> SystemClock.get().instant().atZone(ZONE).toLocalDate()));
    }
    try {
      return Outcome.of(LocalDate.parse(at.get()));
    } catch (DateTimeException notADay) {
      return Outcome.refused(Code.TIME_NOT_A_TIME, at.get());
    }
  }

  private static Outcome<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return TextSniffer.decode(in.readNBytes(Limits.LOAN_FILE_BYTES_MAX + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }

  private Outcome<Integer> answer(List<LoanReview> reviews) {
    if (task == Task.REGISTER) {
      return register(reviews);
    }
    LoanReview review = reviews.getFirst();
    if (json) {
      terminal.out().println(LoanJson.write(review, terminal.lang()));
    } else {
      LoanPage page = new LoanPage(review, terminal);
      switch (task) {
        case IOU -> page.iou();
        case OWED -> page.owed();
        case DEMAND -> page.paper("demand");
        default -> page.claim();
      }
    }
    return out.isEmpty() ? Outcome.of(ExitCodes.OK) : paper(review, out.get());
  }

  /** The paper as XHTML in a file; {@code owed} has none of its own, so it writes the demand. */
  private Outcome<Integer> paper(LoanReview review, Path file) {
    String id = task == Task.OWED ? "demand" : task.name().toLowerCase(Locale.ROOT);
    String xhtml = PaperXhtml.write(new LoanPapers(review).find(id, terminal.lang()).orElseThrow());
    return written(file, to -> to.write(xhtml.getBytes(StandardCharsets.UTF_8)));
  }

  private Outcome<Integer> register(List<LoanReview> reviews) {
    List<LoanRegister.Row> rows = new ArrayList<>();
    for (int i = 0; i < reviews.size(); i++) {
      rows.add(LoanRegister.Row.of(facts.get(i).getFileName().toString(), reviews.get(i)));
    }
    return LoanRegister.of(rows).then(this::register);
  }

  private Outcome<Integer> register(LoanRegister register) {
    if (out.isEmpty()) {
      return writing(terminal.out(), to -> register.csv(to, terminal.lang()));
    }
    String name = out.get().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return written(out.get(), to -> register.xlsx(to, terminal.lang()));
    }
    return name.endsWith(".csv")
        ? written(out.get(), to -> register.csv(to, terminal.lang()))
        : Outcome.refused(Code.LOAN_FORMAT_UNKNOWN, out.get().getFileName().toString());
  }

  /** What is written to a stream. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static Outcome<Integer> writing(OutputStream out, Writing writing) {
    try {
      writing.to(out);
      out.flush();
      return Outcome.of(ExitCodes.OK);
    } catch (IOException unwritable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unwritable.getMessage()));
    }
  }

  /** The file appears whole or not at all. */
  private static Outcome<Integer> written(Path file, Writing writing) {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(half))) {
        writing.to(to);
      }
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      return Outcome.of(ExitCodes.OK);
    } catch (IOException unwritable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }
}
