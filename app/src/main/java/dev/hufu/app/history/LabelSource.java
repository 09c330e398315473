package dev.hufu.app.history;

import dev.hufu.intake.event.EventReader;
import dev.hufu.intake.event.EventRow;
import dev.hufu.intake.event.OnRefusal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.Event;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.policy.backtest.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a backtest learns what events turned out to be: {@code field:fraud}, a flag of the events
 * themselves, or a file of label events.
 */
public final class LabelSource {

  private static final String FIELD = "field:";

  private LabelSource() {}

  /**
   * @param types the kinds of event of the history
   * @return {@link Code#EVENT_FIELD_UNKNOWN} where no kind has such a flag; the first refusal of
   *     the file, for a label that is lost would make every figure wrong
   */
  public static Outcome<Labels> of(String source, EventTypes types) {
    return source.startsWith(FIELD)
        ? field(source.substring(FIELD.length()), types)
        : EventFiles.of(List.of(Path.of(source)), Optional.empty(), EventTypes.BUILT_IN)
            .then(LabelSource::file);
  }

  private static Outcome<Labels> field(String name, EventTypes types) {
    boolean known =
        types.list().stream()
            .flatMap(type -> type.fields().stream())
            .anyMatch(field -> field.name().equals(name) && field.kind() == FieldKind.FLAG);
    return known ? Outcome.of(Labels.field(name)) : Outcome.refused(Code.EVENT_FIELD_UNKNOWN, name);
  }

  /** The last label of an event counts; other kinds of event are passed over. */
  private static Outcome<Labels> file(EventFiles files) {
    Set<String> frauds = new HashSet<>();
    for (Path path : files.list()) {
      try (EventReader reader = files.open(path, OnRefusal.STOP)) {
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
          if (row.get() instanceof EventRow.Refused refused) {
            return Outcome.refused(refused.refusal());
          }
          if (row.get() instanceof EventRow.Accepted(int _line, var values)
              && Event.of(values) instanceof Event.Label label) {
            if (label.fraud()) {
              frauds.add(label.event());
            } else {
              frauds.remove(label.event());
            }
          }
        }
      } catch (IOException unreadable) {
        return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
      }
    }
    return Outcome.of(Labels.ofFrauds(frauds));
  }
}
