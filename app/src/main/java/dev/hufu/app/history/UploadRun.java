package dev.hufu.app.history;

import dev.hufu.intake.event.CsvEvents;
import dev.hufu.intake.event.EventMapping;
import dev.hufu.intake.event.EventReader;
import dev.hufu.intake.event.EventRow;
import dev.hufu.intake.event.NdjsonEvents;
import dev.hufu.intake.event.OnRefusal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.backtest.Backtest;
import dev.hufu.policy.backtest.BacktestReport;
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A backtest on a history that somebody uploads: read once from its stream, counted, forgotten.
 *
 * @param read lines looked at
 * @param refused lines that did not count
 * @param told the first of them, with their place
 */
public record UploadRun(BacktestReport report, long read, long refused, List<Refusal> told) {

  public UploadRun {
    told = List.copyOf(told);
  }

  /**
   * @param mapping how a table is read; without one the history is line-delimited JSON
   * @param now events from after this moment are refused
   * @return {@link Code#HISTORY_TOO_LONG} beyond {@link Limits#UPLOAD_EVENTS_MAX} lines, {@link
   *     Code#FILE_UNREADABLE} where the stream breaks off
   */
  public static Outcome<UploadRun> of(
      EventProgram candidate,
      EventProgram live,
      String name,
      InputStream history,
      Optional<EventMapping> mapping,
      Labels labels,
      Instant now) {
    Backtest backtest = new Backtest(candidate, Optional.of(live), labels);
    Counting step = new Counting(backtest);
    List<Refusal> told = new ArrayList<>();
    long read = 0;
    long refused = 0;
    try (EventReader rows =
        mapping.isPresent()
            ? new CsvEvents(name, history, mapping.get(), OnRefusal.GO_ON)
            : new NdjsonEvents(name, history, candidate.policy().types(), OnRefusal.GO_ON)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        if (++read > Limits.UPLOAD_EVENTS_MAX) {
          return Outcome.refused(Code.HISTORY_TOO_LONG, "" + Limits.UPLOAD_EVENTS_MAX);
        }
        Optional<Refusal> refusal =
            switch (row.get()) {
              case EventRow.Refused broken -> Optional.of(broken.refusal());
              case EventRow.Accepted(int line, EventValues event) ->
                  EventRun.refusal(step, event, new Position(name, line, 1), now.toEpochMilli());
            };
        refused += refusal.isPresent() ? 1 : 0;
        if (told.size() < Refusals.TOLD) {
          refusal.ifPresent(told::add);
        }
      }
    } catch (IOException broken) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(broken.getMessage()));
    }
    return Outcome.of(new UploadRun(backtest.report(), read, refused, told));
  }
}
