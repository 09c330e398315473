package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.frame.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers payments from tables; the same id is the same payment. Labels are taken only from tables
 * that are read to learn from.
 */
final class GraphRows {

  private record Payment(
      double time, double amount, List<Integer> ends, byte label, boolean never) {}

  private final GraphRecipe recipe;
  private final List<Payment> payments = new ArrayList<>();
  private final List<Map<String, Integer>> words = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final List<Refusal> first = new ArrayList<>();
  private long refused;

  GraphRows(GraphRecipe recipe) {
    this.recipe = recipe;
    recipe.ends().forEach(end -> words.add(new HashMap<>()));
  }

  long refused() {
    return refused;
  }

  List<Refusal> first() {
    return List.copyOf(first);
  }

  /** The place of a payment in the table, by its id. */
  int place(String id) {
    return byId.getOrDefault(id, -1);
  }

  /**
   * Reads a table.
   *
   * @return the ids of its payments, in their order
   */
  Outcome<List<String>> read(Path file, boolean labels) {
    return TableReader.open(file, FrameFormat.CSV)
        .then(
            table -> {
              try (table) {
                for (String column : columns(labels)) {
                  if (!table.names().contains(column)) {
                    return Outcome.refused(Code.LEARN_COLUMN, column);
                  }
                }
                List<String> ids = new ArrayList<>();
                while (table.next()) {
                  take(table, labels, ids);
                }
                refused += table.refused();
                first.addAll(table.first());
                return Outcome.of(ids);
              } catch (IOException unreadable) {
                return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(file.getFileName()));
              }
            });
  }

  private List<String> columns(boolean labels) {
    List<String> columns = new ArrayList<>(recipe.ends());
    columns.addAll(List.of(recipe.id(), recipe.time(), recipe.amount()));
    if (labels) {
      columns.add(recipe.label());
    }
    return columns;
  }

  private void take(TableReader table, boolean labels, List<String> ids) {
    Outcome<Double> time = table.number(table.names().indexOf(recipe.time()));
    Outcome<Double> amount = table.number(table.names().indexOf(recipe.amount()));
    if (time.findRefusal().isPresent()) {
      table.refuse(time.findRefusal().get());
      return;
    }
    if (amount.findRefusal().isPresent()) {
      table.refuse(amount.findRefusal().get());
      return;
    }
    String id = table.cell(table.names().indexOf(recipe.id()));
    ids.add(id);
    if (byId.containsKey(id)) {
      return;
    }
    List<Integer> ends = new ArrayList<>();
    for (int end = 0; end < words.size(); end++) {
      Map<String, Integer> numbers = words.get(end);
      String word = table.cell(table.names().indexOf(recipe.ends().get(end)));
      ends.add(numbers.computeIfAbsent(word, missing -> numbers.size()));
    }
    int column = table.names().indexOf(recipe.label());
    String label = column < 0 ? "" : table.cell(column);
    byId.put(id, payments.size());
    payments.add(
        new Payment(
            time.orThrow(),
            amount.orThrow(),
            ends,
            labels ? label(label) : GraphTable.UNKNOWN,
            label.equals(recipe.never())));
  }

  private byte label(String word) {
    return word.equals(recipe.bad())
        ? GraphTable.BAD
        : word.equals(recipe.good()) ? GraphTable.GOOD : GraphTable.UNKNOWN;
  }

  GraphTable table() {
    int rows = payments.size();
    int[][] ends = new int[words.size()][rows];
    byte[] labels = new byte[rows];
    boolean[] never = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      Payment payment = payments.get(row);
      for (int end = 0; end < ends.length; end++) {
        ends[end][row] = payment.ends().get(end);
      }
      labels[row] = payment.label();
      never[row] = payment.never();
    }
    return new GraphTable(
        payments.stream().mapToDouble(Payment::time).toArray(),
        payments.stream().mapToDouble(Payment::amount).toArray(),
        ends,
        labels,
        never);
  }
}
