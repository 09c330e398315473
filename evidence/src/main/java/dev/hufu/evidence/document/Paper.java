package dev.hufu.evidence.document;

import java.util.Map;
import java.util.Optional;

/**
 * A printed document: PDF/A-3b, not signed yet.
 *
 * <p>Example: {@code paper.findSeal("lender")} is where the lender's seal goes.
 *
 * @param seals the places of elements whose id begins with {@code seal-}, by the rest of that id
 */
public record Paper(Octets pdf, Map<String, SealPlace> seals) {

  public Paper {
    seals = Map.copyOf(seals);
  }

  public Optional<SealPlace> findSeal(String name) {
    return Optional.ofNullable(seals.get(name));
  }
}
