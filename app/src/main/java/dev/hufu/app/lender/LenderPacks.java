package dev.hufu.app.lender;

import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.lender.LenderCase;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the pack over lenders of a jurisdiction and audits with it.
 *
 * <p>Example: {@code LenderPacks.find(shelf, "cn", at).then(pack -> LenderPacks.audit(…))}.
 */
public final class LenderPacks {

  /** The matter of packs over lenders. */
  public static final String MATTER = "lender";

  private LenderPacks() {}

  /** The pack for a moment, or why there is none. */
  public static Outcome<ReadyPack> find(PackShelf shelf, String jurisdiction, Instant at) {
    return shelf
        .find(jurisdiction, MATTER, at)
        .then(
            ready ->
                ready.pack().lenders().isPresent()
                    ? Outcome.of(ready)
                    : Outcome.refused(Code.PACK_BROKEN, ready.pack().ref().id()));
  }

  public static Outcome<LenderAudit> audit(
      ReadyPack ready, LenderCase told, Optional<LicenceList> list, Instant at) {
    return LenderAudit.of(ready.decider(), readers(ready), told, list, at);
  }

  /** What reads the words of a lender: a chat as usual, a single text as it is. */
  public static LenderAudit.Readers readers(ReadyPack ready) {
    return new LenderAudit.Readers(
        ready.reader(), CueDetector.of(ready.pack().scripts()).orThrow());
  }
}
