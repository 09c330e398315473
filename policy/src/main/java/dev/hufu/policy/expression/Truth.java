package dev.hufu.policy.expression;

import java.util.List;

/** The outcome of a condition over facts of which some may not be told. */
public sealed interface Truth {

  Truth TRUE = new Known(true);
  Truth FALSE = new Known(false);

  /** It holds, or it plainly does not. */
  record Known(boolean holds) implements Truth {}

  /** It cannot be told before these names are known. */
  record Unknown(List<String> names) implements Truth {
    public Unknown {
      names = List.copyOf(names);
    }
  }

  default boolean holds() {
    return this instanceof Known known && known.holds();
  }
}
