package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Cards and applicants by chance, the same for the same seed. */
final class RandomCards {

  static final List<String> CLASSES = List.of("NEEDED_ONE", "OPTIONAL_ONE", "OPTIONAL_TWO");

  private final Random chance;

  RandomCards(long seed) {
    this.chance = new Random(seed);
  }

  /** A card whose optional characteristics have neutral points as the loader demands them. */
  Scorecard card() {
    Scorecard.Better better =
        chance.nextBoolean() ? Scorecard.Better.HIGHER : Scorecard.Better.LOWER;
    List<ClassUse> classes =
        CLASSES.stream()
            .map(
                id ->
                    new ClassUse(
                        id,
                        new Wording(id, id),
                        id.startsWith("NEEDED") ? ClassUse.Use.NEEDED : ClassUse.Use.OPTIONAL))
            .toList();
    List<Characteristic> all =
        IntStream.range(0, 1 + chance.nextInt(6)).mapToObj(i -> one(i, better)).toList();
    double middle = all.stream().mapToDouble(c -> (c.most() + c.least()) / 2).sum();
    return new Scorecard(
        "random",
        "1",
        new Wording("卡", "card"),
        better,
        Optional.empty(),
        0,
        OptionalDouble.of(Math.rint(middle)),
        classes,
        List.of(),
        all);
  }

  private Characteristic one(int index, Scorecard.Better better) {
    List<Bin> bins = new ArrayList<>(chance.nextInt(3) == 0 ? words() : numbers());
    bins.add(Bin.of(new Bin.Missing(), points()));
    int whose = chance.nextInt(CLASSES.size() + 1);
    double best =
        bins.stream().mapToDouble(bin -> better.sign() * bin.points()).max().orElse(0)
            * better.sign();
    return new Characteristic(
        "c" + index,
        "f" + index,
        new Wording("题" + index, "c" + index),
        String.format(Locale.ROOT, "R%02d", index % 4),
        new Wording("原因" + index, "reason " + index),
        chance.nextBoolean(),
        whose == 0 ? Optional.empty() : Optional.of(CLASSES.get(whose - 1)),
        points(),
        OptionalDouble.of(best + better.sign() * chance.nextInt(2)),
        bins);
  }

  private List<Bin> words() {
    return List.of(
        Bin.of(new Bin.Words(List.of("a", "b")), points()),
        Bin.of(new Bin.Words(List.of("c")), points()),
        Bin.of(new Bin.Other(), points()));
  }

  private List<Bin> numbers() {
    double[] edges =
        chance.ints(1 + chance.nextInt(5), -9, 9).distinct().sorted().asDoubleStream().toArray();
    boolean included = chance.nextBoolean();
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i <= edges.length; i++) {
      OptionalDouble from = i == 0 ? OptionalDouble.empty() : OptionalDouble.of(edges[i - 1]);
      OptionalDouble to = i == edges.length ? OptionalDouble.empty() : OptionalDouble.of(edges[i]);
      boolean fromIncluded = i == 0 || !included;
      bins.add(
          Bin.of(new Bin.Interval(from, fromIncluded, to, i < edges.length && included), points()));
    }
    if (chance.nextBoolean()) {
      bins.add(Bin.of(new Bin.Special(List.of(-99.0, 99.0)), points()));
    }
    return bins;
  }

  private double points() {
    return chance.nextInt(121) - 40;
  }

  /** Answers in the order of the card: numbers on and off the bounds, words, signs, gaps. */
  List<String> answers(Scorecard card) {
    List<String> words = List.of("a", "b", "c", "z", "");
    List<String> signs = List.of("-99", "99", "", "0.5", "-3.25");
    return card.characteristics().stream()
        .map(
            each ->
                each.words()
                    ? words.get(chance.nextInt(words.size()))
                    : chance.nextInt(3) == 0
                        ? signs.get(chance.nextInt(signs.size()))
                        : Integer.toString(chance.nextInt(21) - 10))
        .toList();
  }
}
