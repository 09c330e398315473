package dev.hufu.app.workbench;

import dev.hufu.store.PackVersion;
import dev.hufu.store.ShadowBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cases that a version in the shadow decided otherwise.
 *
 * @param own the matters that whoever looks may open; the others stay closed to everyone else
 * @param events whether the cases are events of uploaded histories
 */
public record ShadowView(
    PackVersion version,
    Optional<ShadowBook.Tally> tally,
    List<ShadowBook.Difference> differences,
    Set<String> own,
    boolean events) {

  public ShadowView {
    differences = List.copyOf(differences);
    own = Set.copyOf(own);
  }
}
