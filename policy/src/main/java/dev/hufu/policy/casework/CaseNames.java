package dev.hufu.policy.casework;

import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Sensitivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that packs over lost money may use. */
public final class CaseNames {

  /** What people may tell besides payments; each is a placeholder too. */
  public static final Set<String> FACTS =
      Set.of(
          "me.name",
          "me.phone",
          "me.id",
          "how",
          "other.handle",
          "place",
          "report.number",
          "report.station",
          "account",
          "lender",
          "insurer",
          "data.given");

  private static final Set<String> MADE =
      Set.of(
          "at",
          "paid.at",
          "paid.from",
          "paid.sum",
          "paid.capitals",
          "payee.name",
          "payee.account",
          "payee.bank",
          "lost.sum",
          "lost.capitals",
          "lost.count",
          "scale");

  /** Everything a text may name in braces. */
  public static final Set<String> PLACEHOLDERS =
      Stream.concat(FACTS.stream(), MADE.stream()).collect(Collectors.toUnmodifiableSet());

  /** Sentences every such pack has. */
  public static final Set<String> WORDS =
      Set.of(
          "scaleReached",
          "scaleNext",
          "scaleBelow",
          "scaleRange",
          "smallClaimsFits",
          "smallClaimsAgreed",
          "smallClaimsOver",
          "smallClaimsAsk",
          "preservation",
          "noPromise");

  /** Tables of papers. */
  public static final Set<String> TABLES = Set.of("transfers", "timeline");

  /** Lists of papers. */
  public static final Set<String> LISTS = Set.of("originals", "done");

  /** Who signs papers. */
  public static final Set<String> PARTIES = Set.of("reporter");

  private static final Map<String, FactKind> CONDITIONS = conditions();

  private CaseNames() {}

  private static Map<String, FactKind> conditions() {
    Map<String, FactKind> names = new LinkedHashMap<>();
    names.put("lost.sum", FactKind.AMOUNT);
    names.put("paid.count", FactKind.COUNT);
    names.put("paid.wechat", FactKind.FLAG);
    names.put("paid.alipay", FactKind.FLAG);
    names.put("paid.bank", FactKind.FLAG);
    names.put("report.taken", FactKind.FLAG);
    names.put("stop.placed", FactKind.FLAG);
    names.put("data.told", FactKind.FLAG);
    return names;
  }

  /** The declarations of what conditions may read. */
  public static List<FactType> types(String currency) {
    return CONDITIONS.entrySet().stream()
        .map(
            each ->
                new FactType(
                    each.getKey(),
                    each.getValue(),
                    each.getValue() == FactKind.AMOUNT ? currency : "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Sensitivity.PERSONAL,
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }
}
