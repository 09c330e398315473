package dev.hufu.app.lending;

import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.words.IouWords;
import dev.hufu.app.web.words.LendingWords;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.Party;
import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was agreed about a loan that has no IOU here, as the lender tells it.
 *
 * <p>Example: {@code LoanTerms.read(request.getParameterMap()).contract()} once {@link #problems()}
 * is empty.
 */
record LoanTerms(LoanFields typed) {

  static final List<String> FIELDS =
      List.of(
          "lender",
          "lenderId",
          "lenderPhone",
          "lenderAddress",
          "borrower",
          "borrowerId",
          "borrowerPhone",
          "borrowerAddress",
          "sum",
          "lentOn",
          "due",
          "plan",
          "count",
          "first",
          "parts",
          "rate",
          "defaultRate",
          "days",
          "use",
          "repayment");

  private static final List<String> NAMES = List.of("lender", "borrower");
  private static final List<String> LINES =
      List.of(
          "lenderId",
          "lenderPhone",
          "lenderAddress",
          "borrowerId",
          "borrowerPhone",
          "borrowerAddress",
          "use",
          "repayment");

  /** Before the id of a field. */
  static final String ID = "i-";

  static LoanTerms read(Map<String, String[]> posted) {
    return new LoanTerms(LoanFields.read(posted, FIELDS));
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (typed.sum("sum").isEmpty()) {
      problems.add(problem("sum", IouWords.SUM_WRONG));
    }
    if (typed.day("lentOn").isEmpty()) {
      problems.add(problem("lentOn", IouWords.DAY_WRONG));
    }
    typed.brokenPlan().ifPresent(field -> problems.add(problem(field, IouWords.planWrong(field))));
    typed
        .noRates("rate", "defaultRate")
        .forEach(field -> problems.add(problem(field, IouWords.RATE_WRONG)));
    for (String field : NAMES) {
      if (typed.get(field).length() > Limits.PERSON_NAME_CHARS_MAX) {
        problems.add(problem(field, IouWords.LINE_LONG));
      }
    }
    if (typed.get("borrower").isEmpty()) {
      problems.add(problem("borrower", LendingWords.BORROWER_MISSING));
    }
    for (String field : LINES) {
      if (typed.get(field).length() > Limits.IOU_LINE_CHARS_MAX) {
        problems.add(problem(field, IouWords.LINE_LONG));
      }
    }
    return problems;
  }

  static Problem problem(String field, Wording sentence) {
    return new Problem(ID + field, "", sentence);
  }

  /** Only where there are no {@link #problems()}. */
  LoanContract contract() {
    return new LoanContract(
        party("lender"),
        party("borrower"),
        Optional.empty(),
        Optional.empty(),
        typed.sum("sum").orElseThrow(),
        typed.find("use"),
        typed.day("lentOn").orElseThrow(),
        typed.rate("rate"),
        typed.rate("defaultRate"),
        typed.plan(),
        typed.year(),
        Optional.empty(),
        Optional.empty(),
        typed.find("repayment"),
        List.of());
  }

  private Party party(String field) {
    return new Party(
        typed.find(field),
        typed.find(field + "Id"),
        typed.find(field + "Phone"),
        typed.find(field + "Address"));
  }

  /** Names and numbers of people. */
  @Override
  public String toString() {
    return "LoanTerms[***]";
  }
}
