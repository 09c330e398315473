package dev.hufu.app.workbench;

import dev.hufu.app.history.LabelSource;
import dev.hufu.app.history.UploadRun;
import dev.hufu.intake.event.EventMapping;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.trial.PackDiff;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a version would have done with a history that somebody uploads, asked before it goes live.
 * Packs that decide matters have none: what people brought is sealed, and a check of rules is no
 * reason to open it.
 *
 * @param matches the rules that are new or changed, and the events they match
 */
public record PastEvents(UploadRun run, List<RuleLine> matches) {

  public PastEvents {
    matches = List.copyOf(matches);
  }

  /**
   * @param mapping how a table is read; may be empty
   * @param flag the field that says what was fraud; empty for none
   */
  static Outcome<PastEvents> of(
      EventProgram live,
      EventProgram next,
      MultipartFile history,
      Optional<MultipartFile> mapping,
      String flag,
      Instant now)
      throws IOException {
    Outcome<Labels> labels =
        flag.isBlank()
            ? Outcome.of(Labels.NONE)
            : LabelSource.of("field:" + flag.strip(), next.policy().types());
    String given = String.valueOf(history.getOriginalFilename());
    boolean table = given.toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?");
    Outcome<Optional<EventMapping>> read = mapping(mapping, next, table);
    try (InputStream in = history.getInputStream()) {
      return labels.then(
          known ->
              read.then(
                      how ->
                          UploadRun.of(
                              next, live, table ? "history.csv" : "history", in, how, known, now))
                  .map(run -> new PastEvents(run, matches(live, next, run))));
    }
  }

  private static Outcome<Optional<EventMapping>> mapping(
      Optional<MultipartFile> file, EventProgram next, boolean table) throws IOException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return table
          ? Outcome.refused(Code.MAPPING_MISSING, "history.csv")
          : Outcome.of(Optional.empty());
    }
    try (InputStream in = file.get().getInputStream()) {
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
    return run.report().pack().rules().stream()
        .filter(line -> changed.contains(line.rule()))
        .toList();
  }
}
