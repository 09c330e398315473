package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.lender.LicenceClaim;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.lender.LenderCase;
import dev.hufu.policy.yaml.Branch;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody knows of a lender, written down in a YAML file. The form is in {@code
 * docs/reference/lender-file.md}.
 *
 * <p>Example: {@code LenderFile.read("lender.yaml", text, "yuan")}.
 *
 * @param at the moment the file speaks of, if it says so
 */
public record LenderFile(LenderCase told, Optional<Instant> at) {

  private static final Pattern REPEATED = Pattern.compile("(\\d{1,4}) *[x×*] *([\\d,.]+)");
  private static final ZoneId DAYS_OF = ZoneId.of("Asia/Shanghai");

  private static final ToldFile FORM =
      new ToldFile("lender-file", Code.LENDER_FILE_BROKEN, Limits.LENDER_FILE_BYTES_MAX);

  /**
   * Reads a file.
   *
   * @param name as it is called in refusals
   * @param currency the unit every sum must have: {@code yuan}, {@code gbp}
   * @return the case, or {@link Code#LENDER_FILE_BROKEN} with the place of the first mistake
   */
  public static Outcome<LenderFile> read(String name, String text, String currency) {
    return FORM.read(name, text, (top, problems) -> read(top, currency, problems));
  }

  /** Reads a branch that fits the schema; what is wrong beyond it is told in {@code problems}. */
  static LenderFile read(Branch top, String currency, Problems problems) {
    Reader reader = new Reader(new Figures(currency, problems), problems);
    return new LenderFile(reader.told(top), top.find("at").map(reader::moment));
  }

  /** Reads the parts, telling days, sums and moments that are none. */
  private record Reader(Figures figures, Problems problems) {

    LenderCase told(Branch top) {
      return new LenderCase(
          top.find("lender").map(this::lender).orElse(LenderCase.EMPTY.lender()),
          top.find("loan").map(this::deal),
          top.find("table").map(this::table),
          top.list("charges").stream().map(this::taken).toList(),
          top.list("fees").stream().map(this::fee).toList(),
          top.find("permissions").map(_list -> top.texts("permissions")),
          top.find("data").map(this::data).orElse(LenderCase.EMPTY.data()),
          top.list("offers").stream().map(this::offer).toList(),
          top.find("collection").map(list -> list.items().stream().map(this::contact).toList()),
          top.list("steps").stream().map(this::step).toList(),
          answers(top),
          text(top, "chat").orElse(""));
    }

    private LenderCase.Lender lender(Branch branch) {
      LicenceClaim claim =
          new LicenceClaim(
              text(branch, "name"), text(branch, "creditCode"), text(branch, "number"));
      return new LenderCase.Lender(
          claim,
          branch
              .find("claims")
              .map(Branch::yes)
              .orElse(claim.creditCode().isPresent() || claim.number().isPresent()),
          text(branch, "payer"),
          text(branch, "contractParty"));
    }

    private LenderCase.Deal deal(Branch branch) {
      LocalDate drawn = figures.day(branch.get("drawn"));
      return new LenderCase.Deal(
          branch.find("signedOn").map(figures::day),
          branch.find("promised").map(figures::sum),
          figures.sum(branch.get("received")),
          drawn,
          payments(branch, drawn),
          branch.find("rate").map(Reader::rate),
          branch
              .find("method")
              .map(method -> LenderCase.Method.valueOf(constant(method.text())))
              .orElse(LenderCase.Method.EQUAL_PAYMENT),
          branch.find("demanded").map(figures::sum));
    }

    /** Rows, or {@code 14x4928}: so many of the same, one a month unless it says otherwise. */
    private List<Movement> payments(Branch loan, LocalDate drawn) {
      Branch payments = loan.get("payments");
      Matcher repeated = REPEATED.matcher(payments.text());
      if (!payments.json().isString() || !repeated.matches()) {
        return payments.items().stream()
            .map(
                row ->
                    new Movement(
                        figures.day(row.get("day")),
                        figures.sum(row.get("sum")),
                        text(row, "note").orElse("")))
            .toList();
      }
      String every = loan.find("every").map(Branch::text).orElse("month");
      LocalDate first =
          loan.find("first").map(figures::day).orElseGet(() -> after(drawn, every, 1));
      Fen sum = figures.bare(payments, repeated.group(2));
      int count = Integer.parseInt(repeated.group(1));
      if (count < 1 || count > Limits.LENDER_ROWS_MAX) {
        problems.add(payments, "1 to " + Limits.LENDER_ROWS_MAX + " payments");
        return List.of();
      }
      List<Movement> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(new Movement(after(first, every, i), sum, ""));
      }
      return all;
    }

    private static LocalDate after(LocalDate day, String every, int times) {
      return switch (every) {
        case "week" -> day.plusWeeks(times);
        case "2weeks" -> day.plusWeeks(2L * times);
        default -> day.plusMonths(times);
      };
    }

    private LenderCase.SignedTable table(Branch branch) {
      return new LenderCase.SignedTable(
          branch.find("rate").map(Reader::rate),
          branch.find("defaultRate").map(Reader::rate),
          branch.list("items").stream().map(this::stated).toList(),
          text(branch, "evidence"));
    }

    private LenderCase.Stated stated(Branch branch) {
      return new LenderCase.Stated(
          what(branch),
          branch.find("sum").map(figures::sum),
          branch.find("rate").map(Reader::rate),
          text(branch, "how"),
          text(branch, "collector"));
    }

    private LenderCase.Taken taken(Branch branch) {
      return new LenderCase.Taken(
          what(branch),
          figures.sum(branch.get("sum")),
          text(branch, "collector"),
          text(branch, "base"),
          LenderCase.When.valueOf(constant(branch.text("when"))),
          branch.find("day").map(figures::day),
          text(branch, "evidence"));
    }

    private LenderCase.Fee fee(Branch branch) {
      return new LenderCase.Fee(
          branch.find("day").map(figures::day),
          branch.text("called").strip(),
          figures.sum(branch.get("sum")),
          branch.get("paid").yes(),
          branch.find("unfreeze").map(Branch::yes).orElse(false),
          branch.find("toPerson").map(Branch::yes),
          text(branch, "evidence"));
    }

    private LenderCase.Data data(Branch branch) {
      return new LenderCase.Data(
          branch.texts("asked"),
          branch.texts("given"),
          branch.find("emergencyContacts").map(Branch::count),
          branch.find("retentionDays").map(Branch::count));
    }

    private LenderCase.Offer offer(Branch branch) {
      return new LenderCase.Offer(
          branch.text("band"),
          branch.text("group"),
          rate(branch.get("rate")),
          branch.find("limit").map(figures::sum),
          branch.find("mine").map(Branch::yes).orElse(false));
    }

    private LenderCase.Contact contact(Branch branch) {
      return new LenderCase.Contact(
          offset(branch.get("at")),
          branch.text("by").strip(),
          LenderCase.Reached.valueOf(constant(branch.text("reached"))),
          text(branch, "text"),
          text(branch, "evidence"));
    }

    private LenderCase.Step step(Branch branch) {
      return new LenderCase.Step(
          branch.text("what").strip(),
          branch.get("confirmedTwice").yes(),
          branch.find("coolingHours").map(hours -> Duration.ofHours(hours.count())),
          branch.get("ownChapter").yes());
    }

    private static Map<String, String> answers(Branch top) {
      Map<String, String> answers = new LinkedHashMap<>();
      top.find("facts")
          .ifPresent(facts -> facts.names().forEach(name -> answers.put(name, facts.text(name))));
      return answers;
    }

    private static LenderCase.What what(Branch branch) {
      return LenderCase.What.valueOf(constant(branch.text("what")));
    }

    private static String constant(String written) {
      return written.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<String> text(Branch branch, String name) {
      return branch.find(name).map(Branch::text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private Instant moment(Branch branch) {
      try {
        return branch.text().length() == 10
            ? LocalDate.parse(branch.text()).atTime(12, 0).atZone(DAYS_OF).toInstant()
            : OffsetDateTime.parse(branch.text()).toInstant();
      } catch (DateTimeException notATime) {
        problems.add(branch, "neither a day nor a time with offset: " + branch.text());
        return Instant.EPOCH;
      }
    }

    private OffsetDateTime offset(Branch branch) {
      try {
        return OffsetDateTime.parse(branch.text());
      } catch (DateTimeException notATime) {
        problems.add(branch, "not a time with offset: 2026-11-21T22:30+08:00");
        return OffsetDateTime.MIN;
      }
    }

    private static BigDecimal rate(Branch branch) {
      return new BigDecimal(branch.text().replaceAll("[\\s%％]", ""));
    }
  }
}
