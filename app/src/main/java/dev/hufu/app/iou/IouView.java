package dev.hufu.app.iou;

import dev.hufu.app.web.OutLink;
import dev.hufu.app.web.Problem;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.policy.loan.LoanFinding;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.store.Iou;
import dev.hufu.store.KeptDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The owner's pages of an IOU.
 *
 * @param review the pack's reckoning, once the form holds together
 * @param article the text as printed, or as it would be
 * @param made a link just made; it is shown this once
 * @param digest of the newest revision
 * @param files kept with the matter, which can be attached
 * @param dated how many signatures carry a time; empty where no authority is asked
 */
public record IouView(
    String matterId,
    Optional<Iou> iou,
    IouForm form,
    Optional<LoanReview> review,
    String article,
    Optional<OutLink> made,
    String digest,
    List<KeptDocument> files,
    Optional<Long> dated) {

  /** Before the id of a field: the page's icons have plain words for ids. */
  static final String ID = "i-";

  /** What was typed, with what is wrong with it. */
  public record IouForm(Typed typed, List<Problem> problems) {

    public IouForm {
      problems = List.copyOf(problems);
    }

    public boolean wrong(String field) {
      return problems.stream().anyMatch(problem -> problem.field().equals(ID + field));
    }
  }

  /** Gives the text of a field, empty if there is none. */
  @FunctionalInterface
  public interface Typed {
    String get(String field);
  }

  /** The numbers that decide, of one loan. */
  public record Numbers(LoanReview review) {

    public Fen sum() {
      return review.contract().sum();
    }

    public Optional<LocalDate> due() {
      return review.due();
    }

    public Fen interest() {
      return review.interest();
    }

    public Optional<String> rate() {
      return review.contract().rate().map(rate -> rate.percent().toPlainString() + "\u00a0%");
    }

    public int parts() {
      return review.plan().size();
    }

    public long days() {
      return review.due().map(due -> ChronoUnit.DAYS.between(review.formed(), due)).orElse(0L);
    }

    public Optional<JudicialCap> cap() {
      return review.cap();
    }

    /** 12.0 %: a cap is a multiple of a figure with two decimals, told with one at least. */
    public String capRate() {
      var percent = review.cap().orElseThrow().rate().percent();
      return percent.setScale(Math.max(1, percent.scale())).toPlainString() + "\u00a0%";
    }

    public String lpr() {
      var percent = review.cap().orElseThrow().lpr().percent();
      return percent.setScale(Math.max(2, percent.scale())).toPlainString() + "\u00a0%";
    }

    public Optional<LocalDate> limitation() {
      return review.clock().map(clock -> clock.end());
    }

    public String law(String role) {
      return review.policy().entry(role);
    }
  }

  /** Whether a kept file is attached. */
  public boolean attached(KeptDocument kept) {
    return form.typed().get("attached").contains(kept.statement().sha256().hex());
  }

  /** Signatures that wait for a time from outside. */
  public long undated() {
    return iou.map(Iou::signed).orElse(0L) - dated.orElse(0L);
  }

  public Iou.State state() {
    return iou.map(Iou::state).orElse(Iou.State.DRAFT);
  }

  public Optional<Numbers> numbers() {
    return review.map(Numbers::new);
  }

  public List<LoanFinding> findings() {
    return review.map(LoanFinding::of).orElse(List.of());
  }

  /** A sentence of the pack: {@code transferNote}, {@code chatReply}, {@code chatWhy}. */
  public Wording sentence(String name) {
    return new LoanPapers(review.orElseThrow()).sentence(name);
  }

  /** What the chain of evidence still lacks. */
  public List<EvidenceChain.Link> gaps() {
    return review.stream()
        .flatMap(known -> EvidenceChain.of(known).links().stream())
        .filter(link -> link.strength() != EvidenceChain.Strength.FULL)
        .toList();
  }
}
