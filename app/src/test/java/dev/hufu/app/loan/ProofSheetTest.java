package dev.hufu.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.Statement;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.store.DocumentId;
import dev.hufu.store.KeptDocument;
import dev.hufu.store.MatterId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Goal: what is kept counts by itself, what is said counts as said, a voucher only by its name. */
class ProofSheetTest {

  private static final Wording NAME = new Wording("一", "one");
  private static final LoanPolicy.Chain CHAIN =
      new LoanPolicy.Chain(
          List.of(
              item("signedIou", false),
              item("transferVoucher", true, "voucher"),
              item("transferRecord", false, "bill"),
              item("chatOriginal", false),
              item("keptAsAgreed", false)),
          List.of(new LoanPolicy.Factor("kept-whole", NAME, Optional.empty())),
          List.of());

  private static LoanPolicy.Evidence item(String id, boolean named, String... files) {
    return new LoanPolicy.Evidence(id, NAME, NAME, NAME, List.of(files), named);
  }

  private static ProofSheet sheet(boolean signed, Map<String, String> said, DocumentKind... files) {
    return ProofSheet.of(
        CHAIN,
        new ProofSheet.Given(
            signed,
            Arrays.stream(files).map(ProofSheetTest::kept).toList(),
            new LoanFields(new TreeMap<>(said)),
            Optional.of("李某某")));
  }

  private static KeptDocument kept(DocumentKind kind) {
    DocumentId id = new DocumentId("E-00000001");
    MatterId matter = new MatterId("M-00000001");
    return new KeptDocument(
        id,
        matter,
        new Statement(
            id.text(),
            matter.text(),
            kind,
            kind.id(),
            "application/pdf",
            1,
            Octets.of("x".getBytes(StandardCharsets.UTF_8)).digest(),
            Instant.EPOCH,
            "P-00000001",
            Optional.empty()));
  }

  @Test
  void nothingIsThereByItself() {
    assertThat(sheet(false, Map.of()).ids()).isEmpty();
  }

  @Test
  void aVoucherCountsByTheNameInIt() {
    assertThat(sheet(false, Map.of(), DocumentKind.VOUCHER).item("transferVoucher").how())
        .isEqualTo(ProofSheet.How.UNNAMED);
    assertThat(sheet(false, Map.of("voucherName", "李某"), DocumentKind.VOUCHER).ids()).isEmpty();
    assertThat(sheet(false, Map.of("voucherName", " 李某 某"), DocumentKind.VOUCHER).ids())
        .containsExactly("transferVoucher");
    Map<String, String> said = Map.of("items", "transferVoucher", "voucherName", "李某某");
    assertThat(sheet(false, said).item("transferVoucher").how()).isEqualTo(ProofSheet.How.SAID);
    assertThat(sheet(false, Map.of("items", "transferVoucher")).ids()).isEmpty();
  }

  @Test
  void anIouIsSignedOrNotWhateverSomebodyTicks() {
    assertThat(sheet(false, Map.of("items", "signedIou"), DocumentKind.IOU_SIGNED).ids()).isEmpty();
    assertThat(sheet(true, Map.of(), DocumentKind.IOU_SIGNED).ids()).containsExactly("signedIou");
  }

  /** The clause about keeping stands in the IOU, so without one nothing is kept by it. */
  @Test
  void keptAsAgreedNeedsTheAgreementAndAChat() {
    assertThat(sheet(true, Map.of(), DocumentKind.IOU_SIGNED, DocumentKind.CHAT).ids())
        .containsExactlyInAnyOrder("signedIou", "keptAsAgreed");
    assertThat(sheet(false, Map.of(), DocumentKind.CHAT).ids()).isEmpty();
  }

  @Test
  void whatIsTickedIsSaidAndUnknownIdsAreNothing() {
    ProofSheet sheet =
        sheet(false, Map.of("items", "chatOriginal nonsense", "factors", "kept-whole nonsense"));
    assertThat(sheet.ids()).containsExactly("chatOriginal");
    assertThat(sheet.item("chatOriginal").how()).isEqualTo(ProofSheet.How.SAID);
    assertThat(sheet.factors()).containsExactly("kept-whole");
  }
}
