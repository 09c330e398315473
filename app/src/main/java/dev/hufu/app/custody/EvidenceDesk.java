package dev.hufu.app.custody;

import dev.hufu.evidence.bundle.Profile;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.Access;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.DocumentId;
import dev.hufu.store.KeptDocument;
import dev.hufu.store.LogBook;
import dev.hufu.store.Matter;
import dev.hufu.store.MatterBook;
import dev.hufu.store.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The evidence of a matter for its owner: what is kept, keeping more, taking one file or all of it.
 * Another's matter is {@link Code#MATTER_UNKNOWN}, as if it did not exist.
 *
 * <p>Example: {@code desk.export(owner, "M-7Q4K2M9F", Profile.COURT, List.of(), now)}.
 */
public final class EvidenceDesk {

  private final MatterBook matters;
  private final DocumentBook documents;
  private final LogBook log;
  private final BundleDesk bundles;

  EvidenceDesk(MatterBook matters, DocumentBook documents, LogBook log, BundleDesk bundles) {
    this.matters = matters;
    this.documents = documents;
    this.log = log;
    this.bundles = bundles;
  }

  /**
   * A file, and what the log says of it.
   *
   * @param index its place in the log; empty while it waits
   * @param dated who vouched by when it was there; empty while the time is pending
   */
  public record Kept(KeptDocument document, Optional<Long> index, Optional<LogBook.Dated> dated) {}

  public Outcome<List<Kept>> list(String owner, String matter, Instant now) {
    return matters
        .owned(owner, matter)
        .map(own -> documents.list(own.id(), new Access(Purpose.SHOW_TO_OWNER, owner, now)))
        .map(files -> files.stream().map(this::withLog).toList());
  }

  private Kept withLog(KeptDocument document) {
    Optional<LogBook.Entry> entry =
        log.find(document.statement().kind().leafKind(), document.id().text());
    return new Kept(document, entry.map(LogBook.Entry::index), entry.flatMap(log::dated));
  }

  public Outcome<KeptDocument> keep(String owner, String matter, NewDocument fresh, Instant now) {
    return matters.owned(owner, matter).then(own -> documents.keep(own.id(), fresh, owner, now));
  }

  /** One file, as it was kept. */
  public Outcome<KeptDocument.Content> read(
      String owner, String matter, String document, Instant now) {
    Access access = new Access(Purpose.SHOW_TO_OWNER, owner, now);
    return matters
        .owned(owner, matter)
        .then(
            own ->
                DocumentId.parse(document)
                    .then(
                        id ->
                            documents.list(own.id(), access).stream()
                                    .anyMatch(kept -> kept.id().equals(id))
                                ? documents.read(id, access)
                                : Outcome.refused(Code.MATTER_UNKNOWN, "")));
  }

  public Outcome<BundleDesk.Export> export(
      String owner, String matter, Profile profile, List<String> redact, Instant now) {
    Outcome<Matter> own = matters.owned(owner, matter);
    return own.then(
        one -> bundles.export(one.id(), profile, redact, new Access(Purpose.EXPORT, owner, now)));
  }
}
