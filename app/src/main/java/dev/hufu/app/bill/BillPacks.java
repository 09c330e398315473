package dev.hufu.app.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.PackHead;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Pack;
import java.util.List;
import java.util.Optional;

/** Finds what packs watch for in bills, and what they want to know of them. */
public final class BillPacks {

  /** The matter of packs over lost money. */
  public static final String MATTER = "loss";

  private static final String ID = "cn/" + MATTER;

  /** The pack over income and commitments. */
  private static final String FLOWS = "cn/bill";

  private BillPacks() {}

  /** Whether a pack says what is wanted of income and commitments. */
  public static boolean overFlows(PackHead head) {
    return head.id().equals(FLOWS);
  }

  /** The pack that says which features bills have, or why there is none. */
  public static Outcome<Pack> flows(PackLibrary library) {
    return library
        .find(FLOWS)
        .filter(pack -> pack.flows().isPresent())
        .map(Outcome::of)
        .orElseGet(() -> missing(library, FLOWS));
  }

  /** The watches, or why there are none. */
  public static Outcome<Forensics> find(PackLibrary library) {
    Optional<Forensics> found = library.find(ID).flatMap(Pack::forensics);
    return found.map(Outcome::of).orElseGet(() -> missing(library, ID));
  }

  private static <T> Outcome<T> missing(PackLibrary library, String id) {
    return Optional.ofNullable(library.problems().get(id)).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(problem -> Outcome.<T>refused(Code.PACK_BROKEN, problem.toString()))
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, id));
  }
}
