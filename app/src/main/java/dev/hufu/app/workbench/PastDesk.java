package dev.hufu.app.workbench;

import dev.hufu.app.history.LabelSource;
import dev.hufu.app.history.UploadRun;
import dev.hufu.intake.event.EventMapping;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.backtest.BacktestReport;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.backtest.Otherwise;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.trial.PackDiff;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.ShadowBook;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Tries versions over events on histories that are uploaded. Events do not pass through this
 * server, so a history is also where a version in the shadow decides beside the live one: whichever
 * version a history is uploaded for, the one in the shadow decides it too, and differences are
 * counted and listed as those upon matters are.
 */
public final class PastDesk {

  private final PackVersionBook book;
  private final VersionChecks checks;
  private final ShadowLedger ledger;

  PastDesk(PackVersionBook book, VersionChecks checks, ShadowLedger ledger) {
    this.book = book;
    this.checks = checks;
    this.ledger = ledger;
  }

  /**
   * What somebody uploads.
   *
   * @param mapping how a table is read; may be empty
   * @param flag the field that says what was fraud; empty for none
   */
  public record Upload(MultipartFile history, Optional<MultipartFile> mapping, String flag) {

    private boolean table() {
      String given = String.valueOf(history.getOriginalFilename());
      return given.toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?");
    }
  }

  /** Decides the history by the version and by the live one. */
  public Outcome<PastEvents> tryOn(
      PackVersion version, EventProgram live, EventProgram next, Upload upload, Instant now)
      throws IOException {
    return switch (run(live, next, upload, now)) {
      case Outcome.Ok<UploadRun>(var run) ->
          Outcome.of(
              new PastEvents(
                  run.run(),
                  run.told(),
                  matches(live, next, run),
                  beside(version, live, run, upload, now)));
      case Outcome.Refused<UploadRun>(var refusal) -> Outcome.refused(refusal);
    };
  }

  private static Outcome<UploadRun> run(
      EventProgram live, EventProgram next, Upload upload, Instant now) throws IOException {
    Outcome<Labels> labels =
        upload.flag().isBlank()
            ? Outcome.of(Labels.NONE)
            : LabelSource.of("field:" + upload.flag().strip(), next.policy().types());
    Outcome<Optional<EventMapping>> read = mapping(upload, next);
    String name = upload.table() ? "history.csv" : "history";
    try (InputStream in = upload.history().getInputStream()) {
      return labels.then(
          known -> read.then(how -> UploadRun.of(next, live, name, in, how, known, now)));
    }
  }

  private static Outcome<Optional<EventMapping>> mapping(Upload upload, EventProgram next)
      throws IOException {
    if (upload.mapping().isEmpty() || upload.mapping().get().isEmpty()) {
      return upload.table()
          ? Outcome.refused(Code.MAPPING_MISSING, "history.csv")
          : Outcome.of(Optional.empty());
    }
    try (InputStream in = upload.mapping().get().getInputStream()) {
      byte[] bytes = in.readNBytes(Limits.MAPPING_BYTES_MAX + 1);
      return EventMapping.read("mapping.yaml", bytes, next.policy().types()).map(Optional::of);
    }
  }

  private static List<RuleLine> matches(EventProgram live, EventProgram next, UploadRun run) {
    Set<String> changed =
        PackDiff.between(live.pack(), next.pack()).stream()
            .filter(change -> change.part().equals("rule"))
            .map(PackDiff.Change::id)
            .collect(Collectors.toSet());
    return run.run().report().pack().rules().stream()
        .filter(line -> changed.contains(line.rule()))
        .toList();
  }

  /** Another version than that in the shadow was tried: the shadow reads the history for itself. */
  private Optional<PastEvents.Beside> beside(
      PackVersion tried, EventProgram live, UploadRun run, Upload upload, Instant now)
      throws IOException {
    Optional<PackVersion> shadow = book.find(tried.pack(), State.SHADOW);
    if (shadow.isEmpty()) {
      return Optional.empty();
    }
    PackVersion version = shadow.get();
    if (version.id().equals(tried.id())) {
      return Optional.of(enter(version, live, run, now));
    }
    Optional<EventProgram> program = checks.of(version).program();
    Outcome<UploadRun> own =
        program.isPresent()
            ? run(live, program.get(), upload, now)
            : Outcome.refused(Code.PACK_BROKEN, version.version());
    return Optional.of(
        switch (own) {
          case Outcome.Ok<UploadRun>(var theirs) -> enter(version, live, theirs, now);
          case Outcome.Refused<UploadRun>(var refusal) ->
              new PastEvents.Beside(version, 0, 0, Optional.of(unreading(refusal)));
        });
  }

  private static Refusal unreading(Refusal refusal) {
    String place = refusal.position().map(at -> at + " ").orElse("");
    return Refusal.of(Code.SHADOW_UNREADING, place + refusal.code().id());
  }

  /** Counts a whole history at once; what the live version did not decide is no case. */
  private PastEvents.Beside enter(
      PackVersion version, EventProgram live, UploadRun run, Instant now) {
    BacktestReport report = run.run().report();
    BacktestReport.Difference found = report.difference().orElseThrow();
    long compared = found.same() + found.turned();
    long different = found.turned() + found.otherRules() + found.otherScores();
    List<ShadowBook.Difference> listed =
        run.otherwise().stream().map(one -> difference(one, live)).toList();
    ledger.compared(
        version.id(), new ShadowBook.Round(compared, different, report.onlyAgainst(), listed), now);
    return new PastEvents.Beside(version, compared, different, Optional.empty());
  }

  private static ShadowBook.Difference difference(Otherwise found, EventProgram live) {
    EventDecision before = found.before().orElseThrow();
    EventDecision now = found.now().orElseThrow();
    boolean scores = found.kind() == Otherwise.Kind.SCORES;
    return new ShadowBook.Difference(
        Instant.ofEpochMilli(now.at()),
        new ShadowBook.Observation(
            now.event(),
            now.event(),
            live.ref().digest(),
            before.verdict(),
            now.verdict(),
            scores ? scores(before) : before.fired(),
            scores ? scores(now) : now.fired()));
  }

  /** Where verdict and rules are the same, the typologies with their scores: burst=0.35. */
  private static List<String> scores(EventDecision decision) {
    List<EventDecision.Score> scores = new ArrayList<>(decision.typologies());
    scores.sort(Comparator.comparing(EventDecision.Score::typology));
    return scores.stream().map(one -> one.typology() + "=" + one.score() / 10_000.0).toList();
  }
}
