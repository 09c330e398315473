package dev.hufu.policy.pack;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.util.List;
import java.util.Optional;

/** A paper of a pack before it is filled in. */
public record Form(String id, Wording title, List<Part> parts) {

  public Form {
    parts = List.copyOf(parts);
  }

  /** A part of a form, there only if its condition holds. */
  public record Part(Content content, Optional<Expression> when) {}

  /** What a part of a form holds. */
  public sealed interface Content {
    /** A heading. */
    record Heading(Wording text) implements Content {}

    /** A paragraph with placeholders. */
    record Text(Wording text, boolean small) implements Content {}

    /** A list with placeholders, each item on its own condition. */
    record Items(boolean numbered, List<Item> items) implements Content {}

    /** A table that is reckoned, such as {@code plan} of a loan or {@code transfers} of a case. */
    record Table(String kind, List<Wording> columns) implements Content {}

    /** A list that is made, such as {@code originals}. */
    record Made(String kind) implements Content {}

    /** Places to sign. */
    record Signatures(List<String> parties) implements Content {}
  }

  /** One item of a list. */
  public record Item(Wording text, Optional<Expression> when) {}
}
