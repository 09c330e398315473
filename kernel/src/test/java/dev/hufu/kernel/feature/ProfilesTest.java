package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goal: the fast profiles are the declared ones. Method: random features over random streams of
 * seven shapes; after every event each feature is what {@link NaiveProfiles} computes, also in
 * profiles that go through snapshots on the way.
 */
class ProfilesTest {

  private static final int STREAMS = 4;
  private static final int EVENTS = 450;

  @ParameterizedTest
  @EnumSource
  void everyFeatureIsAsDeclaredAfterEveryEvent(RandomStream.Shape shape) throws IOException {
    for (int seed = 0; seed < STREAMS; seed++) {
      RandomStream stream = new RandomStream(shape, 1000L * shape.ordinal() + seed);
      List<FeatureSpec> specs = stream.features(14);
      FeaturePlan plan = FeaturePlan.of(RandomStream.TYPES, specs, stream.lateness).orThrow();
      Profiles whole = new Profiles(plan);
      Profiles restored = new Profiles(plan);
      NaiveProfiles naive = new NaiveProfiles(RandomStream.TYPES, specs, stream.lateness);
      for (int i = 0; i < EVENTS; i++) {
        EventValues event = stream.next();
        long now = event.at() + stream.random.nextInt(1000);
        String where = "stream " + seed + ", event " + i + " " + event;
        Row row = new Row(plan.columns(event.type()));
        Taken expected = naive.feed(event, now);
        assertThat(whole.step(event, now, row)).as(where).isEqualTo(expected);
        compare(row, event, naive, expected, where);
        if (stream.random.nextInt(60) == 0) {
          restored = again(restored);
        }
        Row other = new Row(plan.columns(event.type()));
        assertThat(restored.step(event, now, other)).as(where).isEqualTo(expected);
        assertThat(values(other)).as(where).isEqualTo(values(row));
      }
      assertThat(bytes(again(restored))).isEqualTo(bytes(whole)).isEqualTo(bytes(restored));
    }
  }

  private static Profiles again(Profiles profiles) throws IOException {
    return Profiles.restore(profiles.plan(), new ByteArrayInputStream(bytes(profiles))).orThrow();
  }

  private static byte[] bytes(Profiles profiles) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    profiles.snapshot(bytes);
    return bytes.toByteArray();
  }

  private static List<Optional<Object>> values(Row row) {
    return IntStream.range(0, row.columns().size()).mapToObj(place -> value(row, place)).toList();
  }

  private static void compare(
      Row row, EventValues event, NaiveProfiles naive, Taken taken, String where) {
    Columns columns = row.columns();
    for (int place = event.type().fields().size(); place < columns.size(); place++) {
      String name = columns.list().get(place).name();
      Optional<Object> expected =
          taken == Taken.COUNTED ? naive.read(name, event) : Optional.empty();
      if (!value(row, place).equals(expected)) {
        assertThat(value(row, place)).as("%s %s %s", where, event, name).isEqualTo(expected);
      }
    }
  }

  private static Optional<Object> value(Row row, int place) {
    if (!row.known(place)) {
      return Optional.empty();
    }
    FieldKind kind = row.columns().list().get(place).kind();
    return Optional.of(
        switch (kind) {
          case WORD -> row.word(place);
          case REAL -> row.real(place);
          case FLAG, COUNT, AMOUNT, ELAPSED, RATE -> row.number(place);
        });
  }
}
