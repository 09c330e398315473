package dev.hufu.app.lending;

import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.loan.ProofSheet;
import dev.hufu.app.web.Problem;
import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.store.LoanEntry;
import java.util.List;
import java.util.Optional;

/** The form on which a lender goes through what is at hand. */
public record ProofView(LoanDesk.Reckoned reckoned, List<Problem> problems) {

  public ProofView {
    problems = List.copyOf(problems);
  }

  public String matter() {
    return reckoned.loan().matter();
  }

  public List<ProofSheet.Item> items() {
    return reckoned.proofs().items();
  }

  public List<EvidenceChain.Factor> factors() {
    return EvidenceChain.of(reckoned.review()).factors();
  }

  private LoanFields said() {
    return reckoned.loan().newest(LoanEntry.Kind.PROOF).orElse(LoanFields.NONE);
  }

  public String voucherName() {
    return said().get("voucherName");
  }

  public Optional<String> borrower() {
    return reckoned.loan().contract().borrower().name();
  }

  /** A name was typed that is not the borrower's. */
  public boolean differs() {
    return !voucherName().isEmpty()
        && items().stream()
            .filter(item -> item.evidence().named())
            .noneMatch(ProofSheet.Item::counts);
  }

  public String court(String field) {
    return reckoned.loan().newest(LoanEntry.Kind.COURT).orElse(LoanFields.NONE).get(field);
  }
}
