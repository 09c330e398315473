package dev.hufu.app.lending;

import dev.hufu.app.loan.LoanRegister;
import dev.hufu.app.web.words.LendingWords;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/** The register of what somebody lent. */
public record RegisterView(List<LoanRegister.Row> rows, Totals totals) {

  /** One cell under its head. */
  public record Cell(Wording head, Wording text) {}

  /** What all loans come to. */
  public record Totals(int count, Fen lent, Fen open, Fen due) {

    static Totals of(List<LoanRegister.Row> rows) {
      Fen lent = Fen.ZERO;
      Fen open = Fen.ZERO;
      Fen due = Fen.ZERO;
      for (LoanRegister.Row row : rows) {
        lent = lent.plus(row.principal());
        open = open.plus(row.open());
        due = due.plus(row.dueNow());
      }
      return new Totals(rows.size(), lent, open, due);
    }
  }

  public RegisterView {
    rows = List.copyOf(rows);
  }

  /** The heads, that of the borrower first. */
  public List<Wording> head() {
    return List.of(
        LendingWords.C_BORROWER,
        LendingWords.C_LENT_ON,
        LendingWords.C_PRINCIPAL,
        LendingWords.C_RATE,
        LendingWords.C_DUE,
        LendingWords.C_PAID,
        LendingWords.T_OPEN,
        LendingWords.T_DUE,
        LendingWords.C_LIMITATION,
        LendingWords.CHAIN_T,
        LendingWords.C_NEXT);
  }

  /** What stands behind the borrower's name. */
  public List<Cell> cells(LoanRegister.Row row) {
    List<Wording> texts =
        List.of(
            same(row.formed()),
            same(row.principal()),
            row.rate()
                .map(rate -> same(rate.toPlainString() + "\u00a0%"))
                .orElse(LendingWords.NO_RATE),
            row.due().map(RegisterView::same).orElse(LendingWords.ON_DEMAND),
            same(row.paid()),
            same(row.open()),
            same(row.dueNow()),
            row.limitation().map(RegisterView::same).orElse(same("–")),
            row.evidence(),
            next(row));
    List<Wording> heads = head();
    return java.util.stream.IntStream.range(0, texts.size())
        .mapToObj(i -> new Cell(heads.get(i + 1), texts.get(i)))
        .toList();
  }

  private static Wording next(LoanRegister.Row row) {
    return Optional.of(row)
        .flatMap(LoanRegister.Row::next)
        .map(
            next ->
                new Wording(
                    next.day() + " " + next.what().zh(), next.day() + " " + next.what().en()))
        .orElse(same("–"));
  }

  private static Wording same(Object value) {
    return new Wording(value.toString(), value.toString());
  }
}
