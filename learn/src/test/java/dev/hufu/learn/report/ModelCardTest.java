package dev.hufu.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelCardTest {

  @Test
  void theCardSaysWhatWasSeenAndHowSureItIs() {
    Digest digest = Digest.of(new byte[0]);
    ModelCard card =
        new ModelCard(
            "small",
            new Wording("试用。", "For trial."),
            digest,
            List.of(new ModelCard.DataFile("rows.csv", digest, 1200, "CC BY 4.0")),
            List.of(
                new ModelCard.Figure(
                    new Wording("AUC", "AUC"), new Interval(0.7931, 0.781, 0.805))),
            new Wording("偏高。", "Too high."),
            List.of(new ModelCard.Slice("A11", 274, new Wording("AUC", "AUC"), 0.7)),
            List.of(new Wording("没在别处试过。", "Not tried elsewhere.")));
    assertThat(card.markdown(Lang.EN))
        .contains("rows.csv, 1200 rows, CC BY 4.0, sha256:" + digest.hex())
        .contains("- AUC: 0.793 (0.781–0.805)")
        .contains("- A11 (274): AUC 0.700")
        .contains("- Not tried elsewhere.");
    assertThat(card.markdown(Lang.ZH)).contains("## 做不到什么").contains("- 没在别处试过。");
  }
}
