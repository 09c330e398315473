package dev.hufu.app.history;

import dev.hufu.app.history.DecisionLines.Line;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.DecisionRecord;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDigest;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes decisions again and holds them against the lines that {@code hufu decide} wrote, byte for
 * byte: from the whole history, or each from its own record. It ends at the first difference.
 */
public final class Replay implements EventRun.Step {

  /** How a decision is made again. */
  public enum Way {
    /** The features are counted anew from the first event on. */
    HISTORY,
    /** The features are those of the line's own record. */
    RECORD
  }

  /**
   * Where a decision came out otherwise.
   *
   * @param where the line; its first column
   * @param field the first name whose values differ
   * @param rules those that fired on one side only: {@code −a} then, {@code +b} now
   */
  public record Difference(
      Position where, String event, String field, String was, String is, List<String> rules) {}

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int SHOWN = 160;

  private final EventProgram program;
  private final EventDecider decider;
  private final DecisionLine composer;
  private final DecisionLines lines;
  private final Way way;
  private final boolean some;
  private Optional<Line> line = Optional.empty();
  private Optional<JsonNode> told = Optional.empty();
  private Optional<Difference> difference = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();
  private boolean decided;
  private long identical;
  private long without;

  /**
   * @param some whether decisions without a line are passed over; else they are a difference
   */
  public Replay(EventProgram program, DecisionLines lines, Way way, boolean some)
      throws IOException {
    this.program = program;
    this.decider = new EventDecider(program);
    this.composer = new DecisionLine(decider);
    this.lines = lines;
    this.way = way;
    this.some = some;
    advance();
  }

  /** Lines that came out the same so far. */
  public long identical() {
    return identical;
  }

  /** Decisions that had no line. */
  public long without() {
    return without;
  }

  public Optional<Difference> difference() {
    return difference;
  }

  /** Why nothing could be compared: another pack, or a broken record. */
  public Optional<Refusal> refusal() {
    return refusal;
  }

  @Override
  public boolean enough() {
    return difference.isPresent() || refusal.isPresent();
  }

  @Override
  public boolean decided() {
    return decided;
  }

  @Override
  public Taken take(EventValues event, long nowMillis) throws IOException {
    decided = false;
    if (enough()) {
      return Taken.COUNTED;
    }
    if (way == Way.RECORD) {
      if (isOf(event)) {
        fromRecord(event);
      }
      return Taken.COUNTED;
    }
    Taken taken = decider.step(event, nowMillis);
    decided = decider.decided();
    if (decided) {
      match(event);
    }
    return taken;
  }

  /** After the last event: lines for which there was none are a difference too. */
  public void end() {
    if (!enough() && line.isPresent()) {
      differ(named(), "event", named(), "—", List.of());
    }
  }

  private void advance() throws IOException {
    line = lines.next();
    told = line.flatMap(Replay::parse);
    if (line.isPresent() && told.isEmpty()) {
      differ("", "line", line.get().text(), "{…}", List.of());
      return;
    }
    told.ifPresent(
        json -> {
          String digest = json.path("pack").path("digest").asString("");
          if (!digest.equals(program.ref().digest().hex())) {
            refuse(
                Code.RECORD_FOREIGN,
                "%s %s %s ≠ %s"
                    .formatted(
                        json.path("pack").path("id").asString("?"),
                        json.path("pack").path("version").asString("?"),
                        digest,
                        program.ref().digest().brief()));
          }
        });
  }

  private static Optional<JsonNode> parse(Line line) {
    try {
      JsonNode json = MAPPER.readTree(line.text().getBytes(StandardCharsets.ISO_8859_1));
      return !line.cut() && json.isObject() ? Optional.of(json) : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private String named() {
    return told.map(json -> json.path("event").asString("")).orElse("");
  }

  private boolean isOf(EventValues event) {
    return told.isPresent()
        && named().equals(event.id())
        && told.get().path("type").asString("").equals(event.type().name());
  }

  private void match(EventValues event) throws IOException {
    if (isOf(event)) {
      compare(event);
    } else if (some || line.isEmpty()) {
      without++;
      if (!some) {
        differ(event.id(), "event", "—", event.id(), List.of());
      }
    } else {
      differ(event.id(), "event", named(), event.id(), List.of());
    }
  }

  private void fromRecord(EventValues event) throws IOException {
    String written = told.map(json -> json.path("record").asString("")).orElse("");
    Outcome<DecisionRecord> parsed = decoded(written).then(DecisionRecord::parse);
    if (parsed instanceof Outcome.Refused<DecisionRecord>(var broken)) {
      refuse(broken.code(), broken.subject());
      return;
    }
    DecisionRecord record = parsed.orThrow();
    if (!record.pack().equals(program.ref().digest())) {
      refuse(Code.RECORD_FOREIGN, record.pack().hex() + " ≠ " + program.ref().digest().brief());
    } else if (!record.event().equals(EventDigest.of(event))) {
      String now = EventDigest.of(event).hex();
      differ(event.id(), "record.event", record.event().hex(), now, List.of());
    } else if (!record.whole()) {
      without++;
      advance();
    } else if (!decider.decideWith(event, row -> record.fill(event, row))) {
      refuse(Code.RECORD_BROKEN, "features");
    } else {
      decided = true;
      compare(event);
    }
  }

  private static Outcome<byte[]> decoded(String text) {
    try {
      return text.isEmpty()
          ? Outcome.refused(Code.RECORD_BROKEN, "—")
          : Outcome.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException odd) {
      return Outcome.refused(Code.RECORD_BROKEN, "Base64");
    }
  }

  private void compare(EventValues event) throws IOException {
    JsonNode was = told.orElseThrow();
    var parts = new DecisionLine.Parts(was.has("record"), was.has("explanation"));
    String is = composer.of(decider, event, parts).toString();
    byte[] bytes = is.getBytes(StandardCharsets.UTF_8);
    String there = line.orElseThrow().text();
    if (new String(bytes, StandardCharsets.ISO_8859_1).equals(there)) {
      identical++;
      advance();
      return;
    }
    JsonNode now = MAPPER.readTree(bytes);
    Set<String> names = new LinkedHashSet<>(now.propertyNames());
    names.addAll(was.propertyNames());
    for (String name : names) {
      if (!was.path(name).equals(now.path(name))) {
        String before = was.path(name).toString();
        differ(event.id(), name, before, now.path(name).toString(), rules(was, now));
        return;
      }
    }
    differ(event.id(), "line", there, is, List.of());
  }

  private static List<String> rules(JsonNode was, JsonNode now) {
    List<String> before = new ArrayList<>();
    was.path("fired").forEach(rule -> before.add(rule.asString("")));
    List<String> after = new ArrayList<>();
    now.path("fired").forEach(rule -> after.add(rule.asString("")));
    List<String> changed = new ArrayList<>();
    before.stream().filter(rule -> !after.contains(rule)).forEach(r -> changed.add("−" + r));
    after.stream().filter(rule -> !before.contains(rule)).forEach(r -> changed.add("+" + r));
    return changed;
  }

  private Position here() {
    return line.map(l -> new Position(l.file(), l.number(), 1))
        .orElseGet(() -> new Position("—", 1, 1));
  }

  private void differ(String event, String field, String was, String is, List<String> rules) {
    difference = Optional.of(new Difference(here(), event, field, shown(was), shown(is), rules));
  }

  private void refuse(Code code, String subject) {
    refusal = Optional.of(Refusal.of(code, subject).at(here()));
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
