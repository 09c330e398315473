package dev.hufu.policy.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackLoader.Purpose;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.TreeNode;
import dev.hufu.policy.model.Trees;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.FeatureRow;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: a model in a pack is part of the pack, decides inside the path, gives its reasons, and is
 * refused at its place where it is damaged, another, or trained for other features. Method: the
 * pack over card payments with one small tree beside it.
 */
final class ModelInPackTest {

  private static final Path CARDS = Path.of("../packs/en-generic/cards");
  private static final List<String> FEATURES =
      List.of("transfer.amount", "payer.out.count_1d", "event.hour");

  private static final String RULE =
      """
        - id: cards-model
          on: transfer
          stage: assess
          when: model.fraud >= 0.9
          effect: {weight: 0.95}
          seen: {zh: "分 {model.fraud}", en: "score {model.fraud}"}
          why: {zh: "因为模型", en: "because of the model"}
          source: {claim: default-cards}
      """;

  private final TreeMap<String, String> texts =
      new TreeMap<>(PackFiles.ofFolder(CARDS).orThrow().texts());

  private static Pack plain() {
    return load(new TreeMap<>(PackFiles.ofFolder(CARDS).orThrow().texts())).pack().orElseThrow();
  }

  private static PackLoader.Loaded load(TreeMap<String, String> texts) {
    return PackLoader.load(new PackFiles(texts), List.of(), Purpose.DECIDE);
  }

  private static FeatureRow row(Pack pack, List<String> names) {
    EventPolicy policy = pack.events().orElseThrow();
    EventType type = policy.types().find("transfer").orElseThrow();
    return FeatureRow.of(policy.features(), type, pack.zone(), names);
  }

  /** Above 500 it is fraud, unless the card paid three times today. */
  private static Trees trees(ModelInputs inputs) {
    TreeNode few = new TreeNode.Split(1, 2, true, leaf(4, 10), leaf(-2, 10));
    return Trees.of(inputs, List.of(new TreeNode.Split(0, 50_000, true, leaf(-4, 980), few)));
  }

  private static TreeNode leaf(double value, double cover) {
    return new TreeNode.Leaf(value, cover);
  }

  private static ModelFile file(ModelInputs inputs) {
    return ModelFile.of("events").with("model", trees(inputs).toBytes());
  }

  private void put(byte[] model, String digest) {
    texts.put("models/small.model", Base64.getEncoder().encodeToString(model));
    texts.put(
        "models.yaml",
        """
        models:
          - id: fraud
            on: transfer
            file: models/small.model
            digest: sha256:%s
            features: %s
        """
            .formatted(digest, FEATURES));
    texts.merge("rules.yaml", RULE, (rules, more) -> rules + more);
    texts.computeIfPresent(
        "typologies.yaml",
        (name, text) ->
            text.replace("[cards-far-above-usual]", "[cards-far-above-usual, cards-model]"));
  }

  private Pack withModel() {
    ModelFile file = file(row(plain(), FEATURES).inputs());
    put(file.toBytes(), file.digest().hex());
    PackLoader.Loaded loaded = load(texts);
    assertThat(loaded.problems()).isEmpty();
    return loaded.pack().orElseThrow();
  }

  private static EventValues pay(EventDecider decider, int number, long cents) {
    EventType type = decider.program().policy().types().find("transfer").orElseThrow();
    Instant at = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(60L * number);
    EventValues event =
        EventValues.of(type, "e" + number, at)
            .put("payer", "c")
            .put("payee", "t")
            .put("amount", cents)
            .build();
    assertThat(decider.step(event, at.toEpochMilli())).isEqualTo(Taken.COUNTED);
    return event;
  }

  @Test
  void aRuleReadsItsScoreAndTheExplanationSaysWhatMovedIt() {
    EventProgram program = new EventProgram(withModel());
    EventDecider decider = new EventDecider(program);
    EventValues event = pay(decider, 1, 60_000);
    assertThat(decider.ruling().verdict()).isEqualTo(Verdict.RED);
    Row row = decider.row();
    assertThat(row.real(row.columns().find("model.fraud").orElseThrow()))
        .isCloseTo(1 / (1 + Math.exp(-4)), within(1e-15));
    EventExplanation why =
        new EventExplainer(program).explain(event, decider.row(), decider.ruling());
    EventExplanation.Finding finding = why.findings().getFirst();
    assertThat(finding.rule()).isEqualTo("cards-model");
    assertThat(finding.seen().en()).isEqualTo("score 0.98");
    assertThat(String.valueOf(finding.values().get("model.fraud: transfer.amount")))
        .contains("600 usd (+");
    assertThat(finding.values()).containsKey("model.fraud: payer.out.count_1d");
    pay(decider, 2, 60_000);
    assertThat(decider.ruling().verdict()).isEqualTo(Verdict.RED);
    pay(decider, 3, 60_000);
    assertThat(decider.ruling().verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void aDecisionIsMadeAgainFromItsRecord() {
    EventProgram program = new EventProgram(withModel());
    EventDecider decider = new EventDecider(program);
    EventValues event = pay(decider, 1, 60_000);
    DecisionRecord record = DecisionRecord.parse(DecisionRecord.of(decider, event)).orThrow();
    EventDecider later = new EventDecider(program);
    assertThat(later.decideWith(event, row -> record.fill(event, row))).isTrue();
    assertThat(later.ruling().verdict()).isEqualTo(Verdict.RED);
    assertThat(new EventDecider(new EventProgram(plain())).mayFollow(decider)).isFalse();
  }

  @Test
  void theModelIsPartOfThePack() {
    Pack one = withModel();
    assertThat(one.ref().digest()).isNotEqualTo(plain().ref().digest());
    String text = String.valueOf(texts.get("models/small.model"));
    texts.put("models/small.model", text.substring(0, text.length() - 8));
    assertThat(problem()).startsWith("models.yaml:4:11: ").contains("HF-1373");
    texts.put("models/small.model", "***");
    assertThat(problem()).startsWith("models.yaml:4:11: ").contains("HF-1373");
    texts.remove("models/small.model");
    assertThat(problem()).startsWith("models.yaml:4:11: ").contains("models/small.model");
  }

  @Test
  void anotherModelAndAModelOfOtherFeaturesAreRefused() {
    ModelFile file = file(row(plain(), FEATURES).inputs());
    put(file.toBytes(), "0".repeat(64));
    assertThat(problem()).startsWith("models.yaml:5:13: ");
    ModelFile foreign = file(new ModelInputs(FEATURES, "sha256:of another plan"));
    texts.put("rules.yaml", String.valueOf(texts.get("rules.yaml")).replace(RULE, ""));
    put(foreign.toBytes(), foreign.digest().hex());
    assertThat(problem()).startsWith("models.yaml:6:15: ").contains("HF-1374");
    texts.computeIfPresent("models.yaml", (name, text) -> text.replace("event.hour", "event.our"));
    assertThat(problem()).startsWith("models.yaml:6:").contains("event.our");
  }

  @Test
  void aWiderWindowIsAnotherPlan() {
    String plan = row(plain(), FEATURES).inputs().plan();
    texts.computeIfPresent(
        "features.yaml",
        (name, text) -> text.replace("value: count, window: 1 d}", "value: count, window: 25 h}"));
    assertThat(row(load(texts).pack().orElseThrow(), FEATURES).inputs().plan()).isNotEqualTo(plan);
    assertThat(row(load(texts).pack().orElseThrow(), List.of("transfer.amount")).inputs().plan())
        .isEqualTo(row(plain(), List.of("transfer.amount")).inputs().plan());
  }

  private String problem() {
    return load(texts).problems().getFirst().toString();
  }
}
