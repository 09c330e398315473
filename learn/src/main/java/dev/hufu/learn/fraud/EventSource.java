package dev.hufu.learn.fraud;

import dev.hufu.intake.event.CsvEvents;
import dev.hufu.intake.event.EventMapping;
import dev.hufu.intake.event.EventReader;
import dev.hufu.intake.event.EventRow;
import dev.hufu.intake.event.OnRefusal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Profiles;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.frame.TableReader;
import dev.hufu.learn.task.Steps;
import dev.hufu.policy.event.ZoneClock;
import dev.hufu.policy.pack.FeatureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of payments, one after the other through the feature plan of a pack: whoever takes them
 * sees each with the numbers that were known at its moment. It goes on where the last file ended.
 *
 * <p>Example: {@code source.through(file, (event, row) -> …, steps)}.
 */
final class EventSource {

  /** Refusals that are kept; all are counted. */
  private static final int REFUSALS_KEPT = 20;

  private static final int STEP_ROWS = 50_000;

  /** Takes a payment and its numbers, which are overwritten by the next. */
  interface Taking {
    void take(EventValues event, double[] numbers) throws IOException;
  }

  private final FraudRecipe recipe;
  private final Profiles profiles;
  private final FeatureRow features;
  private final Row row;
  private final double[] numbers;
  private final ZoneClock clock;
  private final List<Refusal> first = new ArrayList<>();
  private long rows;
  private long refused;

  EventSource(FraudRecipe recipe, List<String> inputs) {
    this.recipe = recipe;
    EventType type = recipe.policy().types().find(recipe.type()).orElseThrow();
    this.profiles = new Profiles(recipe.policy().features());
    this.features = FeatureRow.of(recipe.policy().features(), type, recipe.pack().zone(), inputs);
    this.row = new Row(features.columns());
    this.numbers = new double[inputs.size()];
    this.clock = new ZoneClock(recipe.pack().zone());
  }

  FeatureRow features() {
    return features;
  }

  long rows() {
    return rows;
  }

  long refused() {
    return refused;
  }

  List<Refusal> first() {
    return List.copyOf(first);
  }

  /** The files of a folder that are data, by their names; a file stands for itself. */
  static Outcome<List<Path>> files(Path data, String pattern) {
    if (Files.isRegularFile(data)) {
      return Outcome.of(List.of(data));
    }
    try (Stream<Path> all = Files.walk(data, 2)) {
      List<Path> files =
          all.filter(file -> String.valueOf(file.getFileName()).matches(pattern)).sorted().toList();
      return files.isEmpty()
          ? Outcome.refused(Code.FILE_UNREADABLE, data.getFileName() + "/" + pattern)
          : Outcome.of(files);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(data.getFileName()));
    }
  }

  /** Takes all payments of a file; those that are refused are told and passed over. */
  Outcome<Long> through(Path file, Taking taking, Steps steps) {
    long before = rows;
    String name = String.valueOf(file.getFileName());
    return mapping(file)
        .then(
            mapping -> {
              try (EventReader reader =
                  new CsvEvents(name, Files.newInputStream(file), mapping, OnRefusal.GO_ON)) {
                for (var read = reader.next(); read.isPresent(); read = reader.next()) {
                  switch (read.get()) {
                    case EventRow.Refused wrong -> refuse(wrong.refusal());
                    case EventRow.Accepted(int line, EventValues event) ->
                        take(event, new Position(name, line, 1), taking);
                  }
                  if (rows % STEP_ROWS == 0) {
                    steps.step("读 " + name, "reading " + name, rows, 0);
                  }
                }
                return rows == before && !first.isEmpty()
                    ? Outcome.refused(first.getLast())
                    : Outcome.of(rows - before);
              } catch (IOException unreadable) {
                return Outcome.refused(Code.FILE_UNREADABLE, name);
              }
            });
  }

  private void take(EventValues event, Position where, Taking taking) throws IOException {
    Taken taken = profiles.step(event, event.at(), row);
    if (taken != Taken.COUNTED) {
      Code code =
          switch (taken) {
            case DUPLICATE -> Code.EVENT_DUPLICATE;
            case TOO_LATE -> Code.EVENT_TOO_LATE;
            case FROM_FUTURE -> Code.EVENT_FROM_FUTURE;
            case KEY_FULL, COUNTED -> Code.EVENT_KEY_FULL;
          };
      refuse(Refusal.of(code, event.id()).at(where));
      return;
    }
    Columns columns = features.columns();
    int weekday = columns.size() - 1;
    row.put(weekday - 1, clock.hour(event.at()));
    row.put(weekday, Math.floorMod(clock.day(event.at()) + 3, 7) + 1);
    features.fill(row, numbers);
    rows++;
    taking.take(event, numbers);
  }

  private void refuse(Refusal why) {
    refused++;
    if (first.size() < REFUSALS_KEPT) {
      first.add(why);
    }
  }

  private Outcome<EventMapping> mapping(Path file) {
    return TableReader.open(file, FrameFormat.CSV)
        .then(
            table -> {
              try (table) {
                boolean labelled = table.names().contains(recipe.labelColumn());
                return EventMapping.read(
                    recipe.recipe().name(), recipe.mapping(labelled), recipe.policy().types());
              } catch (IOException unreadable) {
                return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(file.getFileName()));
              }
            });
  }
}
