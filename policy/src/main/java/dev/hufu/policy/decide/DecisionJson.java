package dev.hufu.policy.decide;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inputs and decisions as canonical JSON (RFC 8785): the bytes that are stored, hashed and
 * compared. The names are those of the record components; {@code read} is the inverse of {@code
 * write}, so a decision shown years later is the one that was made.
 *
 * <p>Example: {@code DecisionJson.readDecision(DecisionJson.write(decision)).equals(decision)}.
 */
public final class DecisionJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(FactValue.class, FactValueShape.class)
          .addMixIn(Facts.class, FactsShape.class)
          .addMixIn(Digest.class, DigestShape.class)
          .build();

  private DecisionJson() {}

  /** SHA-256 over the canonical inputs. */
  public static Digest digest(Inputs inputs) {
    return Digest.of(write(inputs).getBytes(StandardCharsets.UTF_8));
  }

  /** The canonical inputs. Personal: they hold what the person told. */
  public static String write(Inputs inputs) {
    return canonical(MAPPER.writeValueAsString(inputs));
  }

  /** The canonical decision, in both languages. */
  public static String write(Decision decision) {
    return canonical(MAPPER.writeValueAsString(decision));
  }

  /** Throws where the text was not written by {@link #write(Inputs)}. */
  public static Inputs readInputs(String json) {
    return MAPPER.readValue(json, Inputs.class);
  }

  /** Throws where the text was not written by {@link #write(Decision)}. */
  public static Decision readDecision(String json) {
    return MAPPER.readValue(json, Decision.class);
  }

  private static String canonical(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The kinds of a fact's value, by the names packs use. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = FactValue.Flag.class, name = "flag"),
    @JsonSubTypes.Type(value = FactValue.Count.class, name = "count"),
    @JsonSubTypes.Type(value = FactValue.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = FactValue.Elapsed.class, name = "elapsed"),
    @JsonSubTypes.Type(value = FactValue.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = FactValue.Day.class, name = "day"),
    @JsonSubTypes.Type(value = FactValue.Rate.class, name = "rate"),
    @JsonSubTypes.Type(value = FactValue.Words.class, name = "words")
  })
  private interface FactValueShape {}

  /** Facts are the list of them. */
  private abstract static class FactsShape {

    @JsonCreator
    static Facts of(@SuppressWarnings("unused") Collection<Fact> facts) {
      throw new IllegalStateException("a shape is never called");
    }

    @JsonValue
    abstract List<Fact> list();
  }

  /** A digest is its hexadecimal digits. */
  private abstract static class DigestShape {

    @JsonCreator
    DigestShape(@SuppressWarnings("unused") String hex) {}

    @JsonValue
    abstract String hex();
  }
}
