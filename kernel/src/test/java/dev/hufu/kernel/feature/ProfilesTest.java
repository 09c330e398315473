package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goal: the fast profiles are the declared ones. Method: random features over random streams of
 * seven shapes; after every event each feature is what {@link NaiveProfiles} computes.
 */
class ProfilesTest {

  private static final int STREAMS = 12;
  private static final int EVENTS = 700;

  @ParameterizedTest
  @EnumSource
  void everyFeatureIsAsDeclaredAfterEveryEvent(RandomStream.Shape shape) {
    for (int seed = 0; seed < STREAMS; seed++) {
      RandomStream stream = new RandomStream(shape, 1000L * shape.ordinal() + seed);
      List<FeatureSpec> specs = stream.features(14);
      FeaturePlan plan = FeaturePlan.of(RandomStream.TYPES, specs, stream.lateness).orThrow();
      Profiles profiles = new Profiles(plan);
      NaiveProfiles naive = new NaiveProfiles(RandomStream.TYPES, specs, stream.lateness);
      for (int i = 0; i < EVENTS; i++) {
        EventValues event = stream.next();
        long now = event.at() + stream.random.nextInt(1000);
        Row row = new Row(plan.columns(event.type()));
        Taken expected = naive.feed(event, now);
        assertThat(profiles.step(event, now, row))
            .as("%s %s %s", seed, i, event)
            .isEqualTo(expected);
        compare(row, event, naive, expected, "stream " + seed + ", event " + i);
      }
    }
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
