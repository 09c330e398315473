package dev.hufu.policy.plan;

import dev.hufu.policy.plan.Formula.Among;
import dev.hufu.policy.plan.Formula.Both;
import dev.hufu.policy.plan.Formula.Constant;
import dev.hufu.policy.plan.Formula.Either;
import dev.hufu.policy.plan.Formula.IsKnown;
import dev.hufu.policy.plan.Formula.Not;
import dev.hufu.policy.plan.Formula.Reckoned;
import dev.hufu.policy.plan.Formula.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins formulas so that few parts remain: sets of one column are joined to one set, negations are
 * pushed down to them, and a formula becomes a choice of terms that each hold all of their parts.
 *
 * <p>All of this keeps the three values: {@code &&}, {@code ||} and {@code !} of CEL distribute as
 * in the logic of Kleene, and sets of one column are unsure together.
 */
final class Normal {

  /** Terms of one formula; what would need more is kept as one part that is reckoned. */
  private static final int TERMS_MAX = 12;

  private Normal() {}

  static Formula both(List<Formula> parts) {
    return join(parts, true);
  }

  static Formula either(List<Formula> parts) {
    return join(parts, false);
  }

  private static Formula join(List<Formula> parts, boolean both) {
    List<Formula> joined = new ArrayList<>();
    for (Formula part : parts) {
      if (both && part instanceof Both more) {
        more.parts().forEach(one -> add(joined, one, true));
      } else if (!both && part instanceof Either more) {
        more.parts().forEach(one -> add(joined, one, false));
      } else {
        add(joined, part, both);
      }
    }
    Formula decided = Formula.constant(!both);
    if (joined.contains(decided)) {
      return decided;
    }
    joined.remove(Formula.constant(both));
    if (joined.isEmpty()) {
      return Formula.constant(both);
    }
    return joined.size() == 1 ? joined.getFirst() : both ? new Both(joined) : new Either(joined);
  }

  private static void add(List<Formula> joined, Formula part, boolean both) {
    for (int i = 0; i < joined.size(); i++) {
      Optional<Formula> merged = merged(joined.get(i), part, both);
      if (merged.isPresent()) {
        joined.set(i, merged.get());
        return;
      }
    }
    joined.add(part);
  }

  private static Optional<Formula> merged(Formula left, Formula right, boolean both) {
    if (left instanceof Within a && right instanceof Within b && a.place() == b.place()) {
      Ranges ranges = both ? a.ranges().and(b.ranges()) : a.ranges().or(b.ranges());
      return Optional.of(new Within(a.place(), a.kind(), ranges));
    }
    if (left instanceof Among a && right instanceof Among b && a.place() == b.place()) {
      return (both ? a.words().and(b.words()) : a.words().or(b.words()))
          .map(words -> new Among(a.place(), words));
    }
    return left.key().equals(right.key()) ? Optional.of(left) : Optional.empty();
  }

  static Formula not(Formula formula) {
    return switch (formula) {
      case Constant constant ->
          constant.truth() == Formula.UNSURE
              ? constant
              : Formula.constant(constant.truth() == Formula.FALSE);
      case Within within -> new Within(within.place(), within.kind(), within.ranges().not());
      case Among among -> new Among(among.place(), among.words().not());
      case IsKnown known -> new IsKnown(known.place(), known.kind(), !known.wanted());
      case Both all -> either(all.parts().stream().map(Normal::not).toList());
      case Either any -> both(any.parts().stream().map(Normal::not).toList());
      case Not negation -> negation.part();
      case Reckoned reckoned -> new Not(reckoned);
    };
  }

  /** A rule fires if one of its terms does; a term holds if all its parts do. */
  static List<Formula> terms(Formula formula) {
    List<Formula> terms =
        switch (formula) {
          case Either any -> any.parts().stream().flatMap(one -> terms(one).stream()).toList();
          case Both all -> product(all.parts());
          default -> List.of(formula);
        };
    return terms.size() <= TERMS_MAX ? terms : List.of(formula);
  }

  private static List<Formula> product(List<Formula> parts) {
    List<Formula> terms = List.of(Formula.constant(true));
    for (Formula part : parts) {
      List<Formula> more = terms(part);
      List<Formula> choices = terms.size() * more.size() > TERMS_MAX ? List.of(part) : more;
      List<Formula> longer = new ArrayList<>();
      for (Formula term : terms) {
        for (Formula choice : choices) {
          longer.add(both(List.of(term, choice)));
        }
      }
      terms = longer;
    }
    return terms;
  }
}
