package dev.hufu.app.custody;

import dev.hufu.app.loan.LoanFields;
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
import dev.hufu.store.LoanBook;
import dev.hufu.store.LoanEntry;
import dev.hufu.store.LoanEntryId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final LoanBook loans;
  private final AuditBook audit;
  private final LogBook log;
  private final BundleProofs proofs;

  BundleDesk(
      DocumentBook documents,
      DecisionBook decisions,
      LoanBook loans,
      AuditBook audit,
      LogBook log,
      BundleProofs proofs) {
    this.documents = documents;
    this.decisions = decisions;
    this.loans = loans;
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
  private record Candidate(
      String id, int place, Optional<DocumentId> document, Optional<LoanBook.Committed> loanEntry) {

    static Candidate file(DocumentId id, int place) {
      return new Candidate(id.text(), place, Optional.of(id), Optional.empty());
    }

    static Candidate loanEntry(LoanBook.Committed entry, int place) {
      return new Candidate(entry.entry().id().text(), place, Optional.empty(), Optional.of(entry));
    }

    static Candidate decision(DecisionId id, int place) {
      return new Candidate(id.text(), place, Optional.empty(), Optional.empty());
    }
  }

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
          .ifPresent(place -> chosen.add(Candidate.file(kept.id(), place)));
    }
    profile
        .placeOfLoanEntries()
        .ifPresent(
            place ->
                loanEntries(matter, access)
                    .forEach(entry -> chosen.add(Candidate.loanEntry(entry, place))));
    List<KeptDecision> made = decisions.listOf(matter, Limits.LIST_ROWS_MAX).reversed();
    profile
        .placeOfDecisions()
        .ifPresent(place -> made.forEach(one -> chosen.add(Candidate.decision(one.id(), place))));
    chosen.sort(Comparator.comparingInt(Candidate::place));
    return chosen;
  }

  /** What happened to the loan, also what was taken back, with the entry that took it back. */
  private List<LoanBook.Committed> loanEntries(MatterId matter, Access access) {
    List<LoanBook.Committed> all =
        loans.listCommitted(matter, access).findValue().orElse(List.of());
    Set<LoanEntryId> takenBackBy =
        all.stream()
            .map(LoanBook.Committed::entry)
            .filter(entry -> ListRows.evidence(entry.kind().id()))
            .flatMap(entry -> entry.takenBackBy().stream())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            one ->
                one.entry().kind() == LoanEntry.Kind.TAKEN_BACK
                    ? takenBackBy.contains(one.entry().id())
                    : ListRows.evidence(one.entry().kind().id()))
        .toList();
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
    if (candidate.loanEntry().isPresent()) {
      return Outcome.of(loanEntry(candidate.loanEntry().get(), redacted));
    }
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

  private Opened loanEntry(LoanBook.Committed committed, boolean redacted) {
    LoanEntry entry = committed.entry();
    LoanFields typed = LoanFields.parse(entry.json());
    String what =
        Stream.of(
                typed.find("day"),
                typed.find("sum").map(sum -> sum + (sum.endsWith("元") ? "" : " 元")))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("，"));
    return new Opened(
        ListRows.ofLoanEntry(
            entry.kind().id(),
            what,
            entry.takenBackBy().isPresent(),
            entry.keptAt(),
            committed.payload()),
        new BundleItem.Content(committed.payload(), false, committed.salt(), Optional.empty(), ""),
        Profile.LOAN_ENTRY,
        log.find(Profile.LOAN_ENTRY, entry.id().text()),
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
    loanEntries(matter, access).forEach(one -> rows.addAll(oldestFirst(one.entry().id().text())));
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
