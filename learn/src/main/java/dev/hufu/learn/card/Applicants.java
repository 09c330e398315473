package dev.hufu.learn.card;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.frame.FrameReader;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.Derived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The applicants of a recipe: what may score, how each turned out, and, apart from it, what is
 * protected.
 *
 * @param sample features and outcomes
 * @param rejected features of those turned down, where the recipe says which they are; their
 *     outcomes are nothing
 * @param shielded the protected columns, row by row the same applicants; never part of the sample
 * @param order the column of time, where the recipe names one
 * @param told lines refused and what else was met on the way
 * @param refused how many lines are not in it
 */
record Applicants(
    Sample sample,
    Sample rejected,
    Frame shielded,
    Optional<FeatureColumn> order,
    List<Refusal> told,
    long refused,
    String file,
    Digest digest) {

  Applicants {
    told = List.copyOf(told);
  }

  /** Reads the file of a recipe: {@code data} itself, or below it where it is a folder. */
  static Outcome<Applicants> read(ApplicantRecipe recipe, Path data) {
    Path file = Files.isDirectory(data) ? data.resolve(recipe.file()) : data;
    Digest digest;
    try {
      digest = Digest.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, recipe.file());
    }
    return FrameReader.read(file, recipe.format())
        .then(read -> new Reader(recipe, read).applicants(digest));
  }

  /** Makes the parts of a frame. */
  private record Reader(ApplicantRecipe recipe, FrameReader.Result read) {

    Outcome<Applicants> applicants(Digest digest) {
      Optional<Column> label = read.frame().find(recipe.label());
      if (label.isEmpty()) {
        return Outcome.refused(Code.LEARN_COLUMN, recipe.label());
      }
      Optional<String> missing =
          named().stream().filter(name -> read.frame().find(name).isEmpty()).findFirst();
      if (missing.isPresent()) {
        return Outcome.refused(Code.LEARN_COLUMN, missing.get());
      }
      Set<String> out = new HashSet<>(recipe.dropWords());
      recipe.rejects().ifPresent(plan -> out.addAll(plan.words()));
      int[] kept =
          IntStream.range(0, read.frame().rows())
              .filter(row -> !label.get().missing(row) && !out.contains(text(label.get(), row)))
              .toArray();
      Sample rejected = rejected(label.get());
      Frame frame = read.frame().select(kept);
      Column outcome = label.get().select(kept);
      boolean[] bad = new boolean[kept.length];
      for (int row = 0; row < bad.length; row++) {
        bad[row] = recipe.badWords().contains(text(outcome, row));
      }
      double[] weights = new double[bad.length];
      Arrays.fill(weights, 1);
      Set<String> shielded = recipe.protectedBands().keySet();
      return Outcome.of(
          new Applicants(
              new Sample(features(frame), bad, weights),
              rejected,
              new Frame(frame.columns().stream().filter(c -> shielded.contains(c.name())).toList()),
              recipe
                  .protocol()
                  .time()
                  .map(name -> FeatureColumn.of(frame.find(name).orElseThrow())),
              read.first(),
              read.refused() + read.frame().rows() - kept.length - rejected.rows(),
              recipe.file(),
              digest));
    }

    private Sample rejected(Column label) {
      int[] rows =
          IntStream.range(0, read.frame().rows())
              .filter(
                  row ->
                      !label.missing(row)
                          && recipe
                              .rejects()
                              .filter(plan -> plan.words().contains(text(label, row)))
                              .isPresent())
              .toArray();
      double[] once = new double[rows.length];
      Arrays.fill(once, 1);
      return new Sample(features(read.frame().select(rows)), new boolean[rows.length], once);
    }

    /** Columns the recipe speaks of. */
    private List<String> named() {
      List<String> names = new ArrayList<>(recipe.protectedBands().keySet());
      recipe.derived().forEach(each -> names.addAll(each.parts()));
      recipe.protocol().time().ifPresent(names::add);
      recipe.id().ifPresent(names::add);
      List<String> reckoned = recipe.derived().stream().map(Derived::name).toList();
      recipe.features().keySet().stream()
          .filter(name -> !reckoned.contains(name))
          .forEach(names::add);
      return names;
    }

    private List<FeatureColumn> features(Frame frame) {
      List<FeatureColumn> features = new ArrayList<>();
      for (Column column : frame.columns()) {
        String name = column.name();
        boolean out =
            name.equals(recipe.label())
                || recipe.id().filter(name::equals).isPresent()
                || recipe.ignored().contains(name)
                || recipe.protectedBands().containsKey(name)
                || recipe.protocol().time().filter(name::equals).isPresent();
        if (!out) {
          features.add(FeatureColumn.of(column));
        }
      }
      for (Derived each : recipe.derived()) {
        features.add(reckoned(each, frame));
      }
      return features;
    }

    private static FeatureColumn reckoned(Derived derived, Frame frame) {
      List<FeatureColumn> parts =
          derived.parts().stream()
              .map(part -> FeatureColumn.of(frame.find(part).orElseThrow()))
              .toList();
      double[] values = new double[frame.rows()];
      double[] row = new double[parts.size()];
      for (int r = 0; r < values.length; r++) {
        for (int i = 0; i < row.length; i++) {
          row[i] = parts.get(i).value(r);
        }
        values[r] = derived.of(row);
      }
      return FeatureColumn.numbers(derived.name(), values);
    }
  }

  /** A cell as it is written in recipes: {@code 1}, {@code Bad}. */
  static String text(Column column, int row) {
    return switch (column) {
      case Column.Words words -> words.word(row);
      case Column.Numbers numbers -> numbers.missing(row) ? "" : Bin.number(numbers.value(row));
    };
  }
}
