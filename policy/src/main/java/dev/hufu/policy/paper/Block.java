package dev.hufu.policy.paper;

import java.util.List;
import java.util.Optional;

/** One part of a paper, from top to bottom. */
public sealed interface Block {

  /** A heading below the title. */
  record Heading(String text) implements Block {}

  /** A paragraph; small print where it explains the paper rather than being it. */
  record Paragraph(List<Span> spans, boolean small) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** A list, numbered or not. */
  record Items(boolean numbered, List<List<Span>> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A table whose rows have as many cells as its head. */
  record Table(List<String> head, List<List<String>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /** Places to sign, side by side. */
  record Signatures(List<Place> places) implements Block {
    public Signatures {
      places = List.copyOf(places);
    }
  }

  /**
   * One place to sign.
   *
   * @param party lender, borrower, witness or guarantor
   * @param role as it stands beside the signature
   */
  record Place(String party, String role, Optional<String> name) {}
}
