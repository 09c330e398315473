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
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.backtest.Otherwise;
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
 * @param told the first lines that did not count, with their place
 * @param otherwise the first events that both packs decided, and not alike
 */
public record UploadRun(BacktestRun run, List<Refusal> told, List<Otherwise> otherwise) {

  public UploadRun {
    told = List.copyOf(told);
    otherwise = List.copyOf(otherwise);
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
    long start = System.nanoTime();
    long read = 0;
    long refused = 0;
    long decided = 0;
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
        if (refusal.isPresent()) {
          refused++;
          if (told.size() < Refusals.TOLD) {
            told.add(refusal.get());
          }
        } else {
          decided += step.decided() ? 1 : 0;
        }
      }
    } catch (IOException broken) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(broken.getMessage()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    RunTotals totals =
        new RunTotals(read, decided, read - decided - refused, refused, false, seconds);
    BacktestRun run =
        new BacktestRun(
            backtest.report(), totals, candidate.pack().zone(), candidate.pack().asOf());
    return Outcome.of(new UploadRun(run, told, backtest.otherwise()));
  }
}
