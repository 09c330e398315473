package dev.hufu.app.web;

import dev.hufu.app.custody.EvidenceDesk;
import dev.hufu.app.web.words.EvidenceWords;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.Origin;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a matter's evidence.
 *
 * @param typed what a refused form held, to be shown again
 */
public record EvidenceView(
    String matter, List<EvidenceDesk.Kept> kept, Optional<Refusal> problem, Typed typed) {

  /** What a person typed about a file. */
  public record Typed(
      String kind, String title, String source, String device, String app, String how) {

    static final Typed NOTHING = new Typed("voucher", "", "", "", "", "");
  }

  /** The kinds a person can bring; signed documents come from the signing itself. */
  public static List<DocumentKind> kinds() {
    return Arrays.stream(DocumentKind.values()).filter(DocumentKind::captured).toList();
  }

  public static Wording name(Profile profile) {
    return switch (profile) {
      case COURT -> EvidenceWords.COURT;
      case POLICE -> EvidenceWords.POLICE;
      case INSURER -> EvidenceWords.INSURER;
      case PLATFORM -> EvidenceWords.PLATFORM;
    };
  }

  /** Where a file stands in the log, and by when it was there, in one line. */
  public static String logged(Page page, EvidenceDesk.Kept kept) {
    if (kept.index().isEmpty()) {
      return page.say(EvidenceWords.WAITING);
    }
    String index = kept.index().get().toString();
    return kept.dated()
        .map(time -> page.say(EvidenceWords.DATED, index, page.minute(time.at()), time.authority()))
        .orElseGet(() -> page.say(EvidenceWords.UNDATED, index));
  }

  /** Where a file comes from, in one line. */
  public static String origin(Page page, Origin origin) {
    String words =
        Stream.of(origin.source(), origin.device(), origin.app(), origin.how())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(page.english() ? ", " : "，"));
    return words
        + origin.clock().map(clock -> (page.english() ? "; " : "；") + page.say(clock)).orElse("");
  }
}
