package dev.hufu.app.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Pack;
import java.util.List;
import java.util.Optional;

/** Finds what the pack over lost money watches for in bills. */
public final class BillPacks {

  /** The matter of packs over lost money. */
  public static final String MATTER = "loss";

  private static final String ID = "cn/" + MATTER;

  private BillPacks() {}

  /** The watches, or why there are none. */
  public static Outcome<Forensics> find(PackLibrary library) {
    Optional<Forensics> found = library.find(ID).flatMap(Pack::forensics);
    if (found.isPresent()) {
      return Outcome.of(found.get());
    }
    return Optional.ofNullable(library.problems().get(ID)).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(problem -> Outcome.<Forensics>refused(Code.PACK_BROKEN, problem.toString()))
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, ID));
  }
}
