package dev.hufu.policy.plan;

import dev.cel.runtime.CelVariableResolver;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.expression.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row as CEL looks things up in it; what the row does not know is unknown to CEL. */
record RowVariables(Row row) implements CelVariableResolver {

  @Override
  public Optional<Object> find(String name) {
    Columns columns = row.columns();
    if (name.equals(Dialect.TOLD)) {
      return Optional.of(told(columns));
    }
    Integer place = columns.places().get(name);
    if (place == null || !Cell.known(row, place, columns.list().get(place).kind())) {
      return Optional.empty();
    }
    return Optional.of(Cell.value(row, place, columns.list().get(place).kind()));
  }

  private List<String> told(Columns columns) {
    List<String> told = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      Column column = columns.list().get(place);
      if (Cell.known(row, place, column.kind())) {
        told.add(column.name());
      }
    }
    return told;
  }
}
