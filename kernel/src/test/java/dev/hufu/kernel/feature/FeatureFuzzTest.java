package dev.hufu.kernel.feature;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goal: no snapshot and no declaration throws, and what is taken can be used. Method: Jazzer; in a
 * build it runs the seeds kept beside this class, and with {@code JAZZER_FUZZ=1} it looks for more.
 */
class FeatureFuzzTest {

  private static final FeaturePlan PLAN =
      Specs.plan(
          Duration.ofMinutes(1),
          Specs.of("sum", Aggregate.SUM).spec(),
          Specs.of("last", Aggregate.LAST).value("payee").spec(),
          Specs.of("pair", Aggregate.COUNT).on("transfer", "payer", "payee").spec());

  @FuzzTest(maxDuration = "20s")
  void snapshotOfAnyBytes(byte[] bytes) throws IOException {
    use(Profiles.restore(PLAN, new ByteArrayInputStream(bytes)));
  }

  /** With a right frame and checksum around it, so that the content is looked at. */
  @FuzzTest(maxDuration = "20s")
  void snapshotOfAnyContent(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(SnapshotInput.MAGIC);
    out.writeInt(SnapshotInput.VERSION);
    out.write(PLAN.digest());
    for (int from = 0; from < content.length; from += SnapshotInput.FRAME_BYTES_MAX) {
      int length = Math.min(SnapshotInput.FRAME_BYTES_MAX, content.length - from);
      out.writeInt(length);
      out.write(content, from, length);
    }
    out.writeInt(0);
    out.write(SnapshotInput.sha256().digest(bytes.toByteArray()));
    use(Profiles.restore(PLAN, new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static void use(Outcome<Profiles> restored) throws IOException {
    if (restored instanceof Outcome.Ok<Profiles>(var profiles)) {
      long now = profiles.clock().orElse(0);
      Row row = new Row(PLAN.columns(EventTypes.TRANSFER));
      profiles.step(Specs.transfer("next", now, "a", 1), now, row);
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      profiles.snapshot(again);
      Profiles.restore(PLAN, new ByteArrayInputStream(again.toByteArray())).orThrow();
    }
  }

  @FuzzTest(maxDuration = "20s")
  void declarations(FuzzedDataProvider data) {
    List<FeatureSpec> specs = new ArrayList<>();
    while (data.remainingBytes() > 0 && specs.size() < 20) {
      specs.add(spec(data));
    }
    Duration lateness = Duration.ofMinutes(data.consumeInt(-1, 2_000));
    boolean right = FeaturePlan.problems(EventTypes.BUILT_IN, specs, lateness).isEmpty();
    Outcome<FeaturePlan> plan = FeaturePlan.of(EventTypes.BUILT_IN, specs, lateness);
    if (plan.findValue().isPresent() != right) {
      throw new AssertionError("a plan comes out if and only if there is no problem");
    }
    plan.findValue()
        .ifPresent(
            made -> {
              Row row = new Row(made.columns(EventTypes.TRANSFER));
              new Profiles(made).step(Specs.transfer("1", 1, "a", 1), 1, row);
            });
  }

  private static FeatureSpec spec(FuzzedDataProvider data) {
    List<String> types = List.of("transfer", "signIn", "message", "label", "x");
    return new FeatureSpec(
        data.consumeBoolean() ? "f" + data.consumeInt(0, 9) : data.consumeString(8),
        data.pickValue(types),
        fields(data),
        data.pickValue(Aggregate.values()),
        data.consumeBoolean() ? Optional.of(field(data)) : Optional.empty(),
        RowTest.ALWAYS,
        data.consumeString(3),
        Duration.ofSeconds(data.consumeLong()),
        data.consumeBoolean() ? Duration.ZERO : Duration.ofSeconds(data.consumeInt()),
        data.consumeBoolean(),
        data.consumeBoolean() ? Map.of(data.pickValue(types), fields(data)) : Map.of(),
        data.consumeBoolean()
            ? List.of()
            : List.of("f" + data.consumeInt(0, 9), "f" + data.consumeInt(0, 9)));
  }

  private static List<String> fields(FuzzedDataProvider data) {
    List<String> fields = new ArrayList<>();
    for (int left = data.consumeInt(0, 3); left > 0; left--) {
      fields.add(field(data));
    }
    return fields;
  }

  private static String field(FuzzedDataProvider data) {
    return data.pickValue(
        List.of("payer", "payee", "amount", "device", "account", "passed", "scamScore", "x"));
  }
}
