package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.learn.task.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;

/** Reads files of payments into a table of those that are learned from or tested on. */
final class EventTables {

  private final FraudRecipe recipe;
  private final EventSource source;
  private final EventTable table;
  private final DrawnGoods goods;
  private final LongPredicate whole;
  private final int label;
  private final int card;
  private long last = Long.MIN_VALUE;

  /**
   * @param whole moments of which every payment is kept, drawn or not
   */
  EventTables(FraudRecipe recipe, LongPredicate whole) {
    this.recipe = recipe;
    this.source = new EventSource(recipe, recipe.allInputs());
    this.table = new EventTable(source.features().inputs());
    this.goods = new DrawnGoods(recipe.recipe().seed(), recipe.goods());
    this.whole = whole;
    EventType type = recipe.policy().types().find(recipe.type()).orElseThrow();
    this.label = type.place(recipe.label());
    this.card = type.place(recipe.card());
  }

  EventSource source() {
    return source;
  }

  EventTable table() {
    return table;
  }

  /** The moment of the last payment. */
  long last() {
    return last;
  }

  /** Reads all data of a folder, or one file. */
  Outcome<EventTable> read(Path data, Steps steps) {
    return EventSource.files(data, recipe.files()).then(files -> read(files, steps));
  }

  private Outcome<EventTable> read(List<Path> files, Steps steps) {
    for (Path file : files) {
      Outcome<Long> read = source.through(file, this::take, steps);
      if (read.findRefusal().isPresent()) {
        return read.map(rows -> table);
      }
    }
    return Outcome.of(table);
  }

  private void take(EventValues event, double[] numbers) {
    last = Math.max(last, event.at());
    if (!event.known(label) || !event.known(card)) {
      return;
    }
    boolean bad = event.number(label) == 1;
    boolean drawn = goods.drawn(event.id());
    if (bad || drawn || whole.test(event.at())) {
      table.add(event.at(), event.word(card), bad, drawn, numbers);
    }
  }
}
