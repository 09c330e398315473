package dev.hufu.app.lender;

import dev.hufu.app.web.Problem;
import dev.hufu.intake.TextSniffer;
import dev.hufu.intake.lender.ContactText;
import dev.hufu.intake.lender.PermissionText;
import dev.hufu.intake.price.FlowsCsv;
import dev.hufu.intake.price.RepaymentText;
import dev.hufu.intake.price.SumText;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.lender.LicenceClaim;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.lender.LenderCase;
import dev.hufu.policy.lender.LenderCase.Reached;
import dev.hufu.policy.lender.LenderCase.What;
import dev.hufu.policy.lender.LenderCase.When;
import dev.hufu.policy.pack.Pack;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into the page of a lender, turned into a case. What cannot be read is told at its
 * field, and nothing that was typed is lost.
 *
 * <p>Example: {@code LenderForm.read(request.getParameterMap(), pack, today).told()}.
 */
public final class LenderForm {

  /** Rows of fees and of charges on the page. */
  public static final int ROWS = 4;

  /** Before the id of a field, as on the other pages. */
  static final String ID = "i-";

  private static final int LINE_CHARS_MAX = 200;

  private final Map<String, String[]> posted;
  private final Pack pack;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();

  private LenderForm(Map<String, String[]> posted, Pack pack, LocalDate today) {
    this.posted = posted;
    this.pack = pack;
    this.today = today;
  }

  /**
   * A form as read.
   *
   * @param told what could be read; to be used only where there are no problems
   */
  public record Read(LenderCase told, List<Problem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  static Read read(Map<String, String[]> posted, Pack pack, LocalDate today) {
    LenderForm form = new LenderForm(posted, pack, today);
    return new Read(form.told(), form.problems);
  }

  private LenderCase told() {
    Optional<String> name = line("name");
    Optional<String> code = line("code");
    return new LenderCase(
        new LenderCase.Lender(
            new LicenceClaim(name, code, Optional.empty()),
            code.isPresent() || checked("claims"),
            line("payer"),
            line("party")),
        deal(),
        table(),
        charges(),
        fees(),
        permissions(),
        new LenderCase.Data(many("asked"), many("given"), number("emergency"), number("retention")),
        List.of(),
        contacts(),
        List.of(),
        answers(),
        chat());
  }

  private Optional<LenderCase.Deal> deal() {
    Optional<Fen> received = sum("received");
    if (received.isEmpty()) {
      if (line("payments").isPresent() || line("promised").isPresent()) {
        wrong("received", "—");
      }
      return Optional.empty();
    }
    LocalDate drawn = day("drawn").or(() -> day("signed")).orElse(today);
    return Optional.of(
        new LenderCase.Deal(
            day("signed"),
            sum("promised"),
            received.get(),
            drawn,
            payments(drawn),
            rate("rate"),
            LenderCase.Method.EQUAL_PAYMENT,
            sum("demanded")));
  }

  /**
   * On their days, where they are typed with them; else one a month from a month after the money.
   */
  private List<Movement> payments(LocalDate drawn) {
    List<Movement> all = new ArrayList<>();
    if (FlowsCsv.dated(text("payments"))) {
      switch (FlowsCsv.typed("", text("payments"))) {
        case Outcome.Ok<FlowsCsv>(var rows) ->
            rows.flows().stream()
                .filter(flow -> flow.sum().fen() < 0)
                .map(flow -> new Movement(flow.day(), Fen.ZERO.minus(flow.sum()), ""))
                .forEach(all::add);
        case Outcome.Refused<FlowsCsv>(var refusal) -> problem("payments", refusal);
      }
    } else if (line("payments").isPresent()) {
      switch (RepaymentText.read(text("payments"))) {
        case Outcome.Ok<RepaymentText>(var read) -> {
          for (Fen sum : read.payments()) {
            all.add(new Movement(drawn.plusMonths(all.size() + 1L), sum, ""));
          }
        }
        case Outcome.Refused<RepaymentText>(var refusal) -> problem("payments", refusal);
      }
    }
    return all;
  }

  private Optional<LenderCase.SignedTable> table() {
    if (!checked("table") && line("tableRate").isEmpty()) {
      return Optional.empty();
    }
    List<LenderCase.Stated> items = new ArrayList<>();
    for (int row = 1; row <= ROWS; row++) {
      Optional<What> what = what("what" + row);
      if (what.isPresent() && (line("on" + row).isPresent() || line("onBy" + row).isPresent())) {
        items.add(
            new LenderCase.Stated(
                what.get(),
                sum("on" + row),
                Optional.empty(),
                Optional.empty(),
                line("onBy" + row)));
      }
    }
    return Optional.of(
        new LenderCase.SignedTable(rate("tableRate"), Optional.empty(), items, Optional.empty()));
  }

  private List<LenderCase.Taken> charges() {
    List<LenderCase.Taken> charges = new ArrayList<>();
    for (int row = 1; row <= ROWS; row++) {
      Optional<What> what = what("what" + row);
      Optional<Fen> sum = sum("took" + row);
      if (what.isPresent() && sum.isPresent() && sum.get().fen() > 0) {
        When when =
            switch (text("when" + row)) {
              case "deducted" -> When.DEDUCTED;
              case "beside" -> When.BESIDE;
              default -> When.WITHIN_PAYMENTS;
            };
        charges.add(
            new LenderCase.Taken(
                what.get(),
                sum.get(),
                line("by" + row),
                Optional.empty(),
                when,
                Optional.empty(),
                line("proof" + row)));
      }
    }
    return charges;
  }

  private List<LenderCase.Fee> fees() {
    List<LenderCase.Fee> fees = new ArrayList<>();
    for (int row = 1; row <= ROWS; row++) {
      Optional<Fen> sum = sum("feeSum" + row);
      if (sum.isEmpty()) {
        continue;
      }
      String called = line("fee" + row).orElse("—");
      String payee = text("feeTo" + row);
      fees.add(
          new LenderCase.Fee(
              day("feeDay" + row),
              called,
              sum.get(),
              text("feePaid" + row).equals("paid"),
              called.contains("解冻") || called.toLowerCase(Locale.ROOT).contains("unfreez"),
              payee.isEmpty() ? Optional.empty() : Optional.of(payee.equals("person")),
              Optional.empty()));
    }
    return fees;
  }

  private Optional<List<String>> permissions() {
    if (line("permissions").isEmpty()) {
      return Optional.empty();
    }
    Outcome<List<String>> read = PermissionText.read(text("permissions"));
    read.findRefusal().ifPresent(refusal -> problem("permissions", refusal));
    return read.findValue();
  }

  private Optional<List<LenderCase.Contact>> contacts() {
    if (line("collection").isEmpty()) {
      return Optional.empty();
    }
    Outcome<List<ContactText.Row>> read = ContactText.read(text("collection"), pack.zone());
    read.findRefusal().ifPresent(refusal -> problem("collection", refusal));
    return read.findValue()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new LenderCase.Contact(
                                row.at(),
                                row.by(),
                                row.debtor() ? Reached.DEBTOR : Reached.THIRD_PARTY,
                                row.text(),
                                Optional.empty()))
                    .toList());
  }

  private Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Pack.Ask ask : pack.asks()) {
      String answer = text("q-" + ask.fact());
      if (!answer.isEmpty()) {
        answers.put(ask.fact(), answer);
      }
    }
    return answers;
  }

  private String chat() {
    String chat = text("chat");
    if (chat.isBlank()) {
      return "";
    }
    Outcome<String> checked = TextSniffer.check(chat);
    checked.findRefusal().ifPresent(refusal -> problem("chat", refusal));
    return checked.findValue().orElse("");
  }

  private Optional<What> what(String field) {
    try {
      return line(field).map(name -> What.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException notOne) {
      wrong(field, "—");
      return Optional.empty();
    }
  }

  private Optional<Fen> sum(String field) {
    return line(field)
        .flatMap(
            written -> {
              Outcome<SumText> read = SumText.read(written);
              read.findRefusal().ifPresent(refusal -> problem(field, refusal));
              return read.findValue().map(SumText::sum);
            });
  }

  private Optional<BigDecimal> rate(String field) {
    return line(field)
        .flatMap(
            written -> {
              String plain = written.replaceAll("[\\s%％]", "");
              if (plain.matches("\\d{1,6}(\\.\\d{1,6})?")) {
                return Optional.of(new BigDecimal(plain));
              }
              wrong(field, written);
              return Optional.empty();
            });
  }

  private Optional<LocalDate> day(String field) {
    return line(field)
        .flatMap(
            written -> {
              try {
                return Optional.of(LocalDate.parse(written.replace('/', '-').replace('.', '-')));
              } catch (DateTimeException notADay) {
                wrong(field, written + " (2024-11-08)");
                return Optional.empty();
              }
            });
  }

  private Optional<Integer> number(String field) {
    return line(field)
        .flatMap(
            written -> {
              if (written.matches("\\d{1,5}")) {
                return Optional.of(Integer.parseInt(written));
              }
              wrong(field, written);
              return Optional.empty();
            });
  }

  private Optional<String> line(String field) {
    String typed = text(field).strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    boolean long1 = typed.length() > LINE_CHARS_MAX && !isText(field);
    if (long1) {
      wrong(field, "> " + LINE_CHARS_MAX);
    }
    return long1 ? Optional.empty() : Optional.of(typed);
  }

  private static boolean isText(String field) {
    return List.of("permissions", "collection", "payments", "chat").contains(field);
  }

  private String text(String field) {
    String[] values = posted.get(field);
    return values == null || values.length == 0 ? "" : values[0];
  }

  private boolean checked(String field) {
    return !text(field).isEmpty();
  }

  private List<String> many(String field) {
    String[] values = posted.get(field);
    if (values == null) {
      return List.of();
    }
    return pack.lenders().orElseThrow().data().stream()
        .map(item -> item.id())
        .filter(List.of(values)::contains)
        .toList();
  }

  private void wrong(String field, String shown) {
    problem(field, Refusal.of(Code.LENDER_FIELD_WRONG, shown));
  }

  private void problem(String field, Refusal refusal) {
    problems.add(Problem.of(ID + field, refusal));
  }
}
