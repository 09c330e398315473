package dev.hufu.app.iou;

import dev.hufu.app.loan.LoanPacks;
import dev.hufu.app.request.PackShelf;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Press;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.paper.PaperXhtml;
import dev.hufu.store.Access;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.Iou;
import dev.hufu.store.IouBook;
import dev.hufu.store.IouRole;
import dev.hufu.store.KeptDocument;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The owner's desk for the IOU of a matter: checks it by the pack over loans, prints it, sends it.
 *
 * <p>Example: {@code desk.write(owner, matter, terms, now)} and then {@code desk.draw(owner,
 * matter, now)}. Another's matter is {@link Code#MATTER_UNKNOWN}.
 */
public final class IouDesk {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String JURISDICTION = "cn";

  private final PackShelf shelf;
  private final MatterBook matters;
  private final IouBook ious;
  private final DocumentBook documents;

  IouDesk(PackShelf shelf, MatterBook matters, IouBook ious, DocumentBook documents) {
    this.shelf = shelf;
    this.matters = matters;
    this.ious = ious;
    this.documents = documents;
  }

  /** The day of a moment where loans between people are reckoned. */
  public static LocalDate day(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  /** What an IOU says; signed only once all have signed. */
  public record Agreed(LoanContract contract, boolean signed) {}

  /** What the matter's IOU says, if there is one that nobody took back. */
  public Outcome<Optional<Agreed>> agreed(String owner, String matter, Instant now) {
    return find(owner, matter, now)
        .map(found -> found.filter(iou -> iou.state() != Iou.State.WITHDRAWN))
        .map(
            found ->
                found
                    .filter(iou -> IouTerms.parse(iou.facts()).problems().isEmpty())
                    .map(
                        iou ->
                            new Agreed(
                                IouTerms.parse(iou.facts())
                                    .contract(
                                        iou.shown()
                                            .map(shown -> Sheet.parse(shown).signedOn())
                                            .orElseGet(() -> day(iou.changedAt()))),
                                iou.state() == Iou.State.COMPLETE)));
  }

  Outcome<Optional<Iou>> find(String owner, String matter, Instant now) {
    return matters.owned(owner, matter).then(m -> ious.find(m.id(), shown(owner, now)));
  }

  /** The IOU as the pack reckons it on a day. */
  Outcome<LoanReview> review(IouTerms terms, LocalDate signedOn, boolean signed) {
    LoanRecord record =
        new LoanRecord(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            signed ? Set.of("signedIou") : Set.of(),
            Set.of(),
            new LoanRecord.Court(Optional.empty(), Optional.empty()));
    return LoanPacks.find(shelf.library(), JURISDICTION, signedOn)
        .then(pack -> LoanReview.of(pack, terms.contract(signedOn), record, signedOn));
  }

  /** The paper as markup; always Chinese, for it is the contract itself. */
  static String markup(LoanReview review) {
    return PaperXhtml.write(new LoanPapers(review).find("iou", Lang.ZH).orElseThrow());
  }

  /**
   * Keeps what was typed, unless the pack cannot reckon it.
   *
   * @param attach ids of kept files that belong to the contract; each is bound by its digest
   */
  Outcome<Iou> write(
      String owner, String matter, IouTerms terms, List<String> attach, Instant now) {
    return matters
        .owned(owner, matter)
        .then(
            m -> {
              IouTerms whole =
                  terms.attach(
                      files(m.id(), owner, now).stream()
                          .filter(kept -> attach.contains(kept.id().text()))
                          .map(IouDesk::line)
                          .toList());
              return review(whole, day(now), false)
                  .then(sound -> ious.write(m.id(), whole.json(), owner, now));
            });
  }

  private static String line(KeptDocument kept) {
    return kept.statement().sha256().hex() + " " + kept.statement().title();
  }

  /** What can be attached: files that were kept with the matter before. */
  List<KeptDocument> files(String owner, String matter, Instant now) {
    return matters
        .owned(owner, matter)
        .map(m -> files(m.id(), owner, now))
        .findValue()
        .orElse(List.of());
  }

  private List<KeptDocument> files(MatterId matter, String owner, Instant now) {
    return documents.list(matter, shown(owner, now)).stream()
        .filter(kept -> kept.statement().kind().captured())
        .toList();
  }

  /** Prints the draft; from here on it can be signed. */
  Outcome<Iou> draw(String owner, String matter, Instant now) {
    return matters
        .owned(owner, matter)
        .then(m -> draft(m.id(), owner, now).then(iou -> draw(m.id(), iou, owner, now)));
  }

  private Outcome<Iou> draft(MatterId matter, String owner, Instant now) {
    return ious.find(matter, shown(owner, now))
        .then(
            found ->
                found
                    .filter(iou -> iou.state() == Iou.State.DRAFT)
                    .map(Outcome::of)
                    .orElseGet(() -> Outcome.refused(Code.IOU_UNKNOWN, "")));
  }

  private Outcome<Iou> draw(MatterId matter, Iou iou, String owner, Instant now) {
    IouTerms terms = IouTerms.parse(iou.facts());
    return review(terms, day(now), false)
        .map(IouDesk::markup)
        .then(
            markup ->
                Press.print(markup, now, List.of())
                    .then(
                        paper ->
                            ious.draw(
                                matter,
                                new IouBook.Printed(
                                    Sheet.of(markup, day(now), paper).json(),
                                    NewDocument.printed(
                                        DocumentKind.IOU_DRAWN, "借条（待签）", paper.pdf()),
                                    terms.names()),
                                owner,
                                now)));
  }

  Outcome<Iou.Fresh> invite(String owner, String matter, IouRole role, Instant now) {
    return matters.owned(owner, matter).then(m -> ious.invite(m.id(), role, owner, now));
  }

  Outcome<Iou> revoke(String owner, String matter, IouRole role, Instant now) {
    return matters.owned(owner, matter).then(m -> ious.revoke(m.id(), role, owner, now));
  }

  Outcome<Iou> withdraw(String owner, String matter, Instant now) {
    return matters.owned(owner, matter).then(m -> ious.withdraw(m.id(), owner, now));
  }

  /** The newest revision of the file. */
  Outcome<Octets> file(String owner, String matter, Instant now) {
    return find(owner, matter, now)
        .then(
            iou ->
                iou.flatMap(Iou::latest)
                    .map(id -> documents.read(id, new Access(Purpose.EXPORT, owner, now)))
                    .orElseGet(() -> Outcome.refused(Code.IOU_UNKNOWN, "")))
        .map(KeptDocument.Content::file);
  }

  private static Access shown(String owner, Instant now) {
    return new Access(Purpose.SHOW_TO_OWNER, owner, now);
  }
}
