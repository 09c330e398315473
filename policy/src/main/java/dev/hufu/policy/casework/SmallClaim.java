package dev.hufu.policy.casework;

import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a claim fits the small-claims track, by the wage figure of the province that the person
 * looks up. Without that figure nothing is said.
 *
 * @param says the sentence
 * @param rule the entry behind it
 */
public record SmallClaim(Wording says, String rule) {

  /** The role of its entry in every pack over lost money: share and multiple of the wage. */
  private static final String ENTRY = "CN-PL-18";

  /**
   * @param wage the average annual wage of the province last year, if told
   * @return empty where the entry does not cover the day
   */
  public static Optional<SmallClaim> of(Pack pack, Fen claim, Optional<Fen> wage, LocalDate day) {
    Law.Entry entry = pack.law().entries().get(ENTRY);
    if (entry == null || !entry.decides(day) || entry.number("percent").isEmpty()) {
      return Optional.empty();
    }
    Fen half = new Fen(wage.map(Fen::fen).orElse(0L) * entry.number("percent").getAsInt() / 100);
    Fen agreed =
        new Fen(wage.map(Fen::fen).orElse(0L) * entry.number("byAgreementMultiple").orElse(1));
    String word =
        wage.isEmpty()
            ? "smallClaimsAsk"
            : claim.compareTo(half) <= 0
                ? "smallClaimsFits"
                : claim.compareTo(agreed) <= 0 ? "smallClaimsAgreed" : "smallClaimsOver";
    Wording says =
        pack.casework()
            .orElseThrow()
            .word(word)
            .map(
                text ->
                    text.replace("[sum]", claim.display())
                        .replace("[line]", half.display())
                        .replace("[to]", agreed.display()));
    return Optional.of(new SmallClaim(says, ENTRY));
  }
}
