package dev.hufu.app.custody;

import dev.hufu.evidence.bundle.BundleContents;
import dev.hufu.evidence.bundle.BundleItem;
import dev.hufu.evidence.bundle.BundleWriter;
import dev.hufu.evidence.bundle.ListRows;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.Access;
import dev.hufu.store.AuditBook;
import dev.hufu.store.DecisionBook;
import dev.hufu.store.DecisionId;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.DocumentId;
import dev.hufu.store.KeptDecision;
import dev.hufu.store.KeptDocument;
import dev.hufu.store.LogBook;
import dev.hufu.store.MatterId;
import dev.hufu.tlog.bundle.BundleVerifier;
import dev.hufu.tlog.bundle.Check;
import dev.hufu.tlog.bundle.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Puts the evidence of a matter into one file for somebody outside.
 *
 * <p>Example: {@code desk.export(matter, Profile.COURT, List.of(), access)}. What is handed out was
 * verified once more by the verifier that strangers use; else {@link Code#BUNDLE_DOES_NOT_HOLD}.
 */
public final class BundleDesk {

  private final DocumentBook documents;
  private final DecisionBook decisions;
  private final AuditBook audit;
  private final LogBook log;
  private final BundleProofs proofs;

  BundleDesk(
      DocumentBook documents,
      DecisionBook decisions,
      AuditBook audit,
      LogBook log,
      BundleProofs proofs) {
    this.documents = documents;
    this.decisions = decisions;
    this.audit = audit;
    this.log = log;
    this.proofs = proofs;
  }

  /**
   * A finished bundle.
   *
   * @param name of the file, without a folder
   * @param waiting items that the log has not taken up yet
   */
  public record Export(String name, Octets zip, int items, int waiting) {}

  /** What could go in, before it is opened. */
  private record Candidate(String id, int place, Optional<DocumentId> document) {}

  /** One item, and its entry if it has one. */
  private record Opened(
      BundleItem.Row row,
      BundleItem.Content content,
      String kind,
      Optional<LogBook.Entry> entry,
      boolean redacted) {}

  /**
   * Builds a bundle at {@code access.at()}.
   *
   * @param redact items to leave out but for their proof: numbers of the list or ids
   * @return the bundle, or {@link Code#BUNDLE_EMPTY}, {@link Code#BUNDLE_NO_ITEM}, {@link
   *     Code#BUNDLE_TOO_LARGE}, {@link Code#BUNDLE_DOES_NOT_HOLD}, {@link Code#MATTER_ERASED}
   */
  public Outcome<Export> export(
      MatterId matter, Profile profile, List<String> redact, Access access) {
    List<Candidate> chosen = candidates(matter, profile, access);
    if (chosen.isEmpty()) {
      return Outcome.refused(Code.BUNDLE_EMPTY, profile.id());
    }
    Set<String> hidden = new HashSet<>();
    for (String word : redact) {
      Optional<String> id = named(chosen, word);
      if (id.isEmpty()) {
        return Outcome.refused(Code.BUNDLE_NO_ITEM, word);
      }
      hidden.add(id.get());
    }
    List<Opened> opened = new ArrayList<>();
    for (Candidate candidate : chosen) {
      Outcome<Opened> item = open(candidate, hidden.contains(candidate.id()), access);
      if (item.findRefusal().isPresent()) {
        return new Outcome.Refused<>(item.findRefusal().get());
      }
      opened.add(item.orThrow());
    }
    return pack(matter, profile, opened, access);
  }

  private List<Candidate> candidates(MatterId matter, Profile profile, Access access) {
    List<Candidate> chosen = new ArrayList<>();
    for (KeptDocument kept : documents.list(matter, access)) {
      profile
          .place(kept.statement().kind())
          .ifPresent(
              place -> chosen.add(new Candidate(kept.id().text(), place, Optional.of(kept.id()))));
    }
    List<KeptDecision> made = decisions.listOf(matter, Limits.LIST_ROWS_MAX).reversed();
    profile
        .placeOfDecisions()
        .ifPresent(
            place ->
                made.forEach(
                    one -> chosen.add(new Candidate(one.id().text(), place, Optional.empty()))));
    chosen.sort(Comparator.comparingInt(Candidate::place));
    return chosen;
  }

  private static Optional<String> named(List<Candidate> chosen, String word) {
    if (word.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(word);
      return number >= 1 && number <= chosen.size()
          ? Optional.of(chosen.get(number - 1).id())
          : Optional.empty();
    }
    return chosen.stream().map(Candidate::id).filter(word::equals).findFirst();
  }

  private Outcome<Opened> open(Candidate candidate, boolean redacted, Access access) {
    return candidate
        .document()
        .map(id -> documents.read(id, access).map(content -> document(content, redacted)))
        .orElseGet(
            () ->
                DecisionId.parse(candidate.id())
                    .then(id -> decisions.readCommitted(id, access))
                    .map(committed -> decision(committed, redacted)));
  }

  private Opened document(KeptDocument.Content content, boolean redacted) {
    var statement = content.document().statement();
    String kind = statement.kind().leafKind();
    return new Opened(
        ListRows.of(statement, content.file()),
        new BundleItem.Content(
            Octets.of(statement.text()),
            false,
            content.salt(),
            Optional.of(content.file()),
            ListRows.ending(statement.mediaType())),
        kind,
        log.find(kind, content.document().id().text()),
        redacted);
  }

  private Opened decision(KeptDecision.Committed committed, boolean redacted) {
    KeptDecision made = committed.decision();
    return new Opened(
        ListRows.of(made.verdict(), made.pack(), made.decidedAt(), committed.envelope()),
        new BundleItem.Content(committed.envelope(), true, committed.salt(), Optional.empty(), ""),
        Profile.DECISION,
        log.find(Profile.DECISION, made.id().text()),
        redacted);
  }

  private Outcome<Export> pack(
      MatterId matter, Profile profile, List<Opened> opened, Access access) {
    List<LogBook.Entry> entries = opened.stream().flatMap(item -> item.entry().stream()).toList();
    return proofs
        .of(entries)
        .then(
            proven -> {
              List<BundleItem> items = new ArrayList<>();
              for (Opened item : opened) {
                var logged = item.entry().flatMap(proven::find);
                if (item.redacted() && logged.isEmpty()) {
                  return Outcome.refused(Code.BUNDLE_NO_ITEM, "—");
                }
                items.add(
                    new BundleItem(
                        item.kind(), item.row(), item.content(), logged, item.redacted()));
              }
              BundleContents contents =
                  new BundleContents(
                      matter.text(),
                      profile,
                      access.at(),
                      items,
                      proven.logs(),
                      proven.times(),
                      custody(matter, access));
              return BundleWriter.write(contents).then(zip -> verified(contents, zip));
            });
  }

  private static Outcome<Export> verified(BundleContents contents, byte[] zip) {
    Report report = BundleVerifier.verify(zip, Optional.empty());
    Optional<Check> failure = report.failure().filter(check -> check != Check.UNPROVEN);
    if (failure.isPresent()) {
      return new Outcome.Refused<>(Refusal.of(Code.BUNDLE_DOES_NOT_HOLD, failure.get().name(true)));
    }
    List<BundleItem> items = contents.items();
    int waiting = (int) items.stream().filter(item -> item.logged().isEmpty()).count();
    return Outcome.of(
        new Export(BundleWriter.name(contents) + ".zip", Octets.of(zip), items.size(), waiting));
  }

  /** Who did what with the matter, its files and its decisions, oldest first; ids only. */
  private String custody(MatterId matter, Access access) {
    List<AuditBook.Entry> rows = new ArrayList<>(oldestFirst(matter.text()));
    documents.list(matter, access).forEach(kept -> rows.addAll(oldestFirst(kept.id().text())));
    decisions
        .listOf(matter, Limits.LIST_ROWS_MAX)
        .forEach(made -> rows.addAll(oldestFirst(made.id().text())));
    rows.sort(Comparator.comparing(AuditBook.Entry::at));
    ArrayNode json = JsonMapper.shared().createArrayNode();
    for (AuditBook.Entry row : rows) {
      var fields = new TreeMap<String, String>();
      fields.put("at", row.at().toString());
      fields.put("actor", row.actor());
      fields.put("action", row.action());
      fields.put("subject", row.subject());
      var node = json.addObject();
      fields.forEach(node::put);
    }
    return new String(
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(json),
            StandardCharsets.UTF_8)
        + "\n";
  }

  private List<AuditBook.Entry> oldestFirst(String subject) {
    return audit.list(subject, Limits.LIST_ROWS_MAX).reversed();
  }
}
