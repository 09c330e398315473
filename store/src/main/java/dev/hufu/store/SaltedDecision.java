package dev.hufu.store;

import dev.hufu.evidence.leaf.Commitment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A decision with the salt under which the evidence log commits to it. Salt and payload lie sealed
 * together; once their key is erased, the commitment is noise that still proves the log whole.
 *
 * <p>Sealed payload: salt (32 bytes), length of the inputs (4 bytes), inputs, decision; UTF-8.
 */
final class SaltedDecision {

  private final byte[] salt;
  private final byte[] inputs;
  private final byte[] decision;

  private SaltedDecision(byte[] salt, byte[] inputs, byte[] decision) {
    this.salt = salt;
    this.inputs = inputs;
    this.decision = decision;
  }

  static SaltedDecision fresh(NewDecision kept) {
    return new SaltedDecision(
        SealKey.randomBytes(Commitment.SALT_BYTES),
        kept.inputsJson().getBytes(StandardCharsets.UTF_8),
        kept.decisionJson().getBytes(StandardCharsets.UTF_8));
  }

  static SaltedDecision ofSealed(byte[] plain) {
    ByteBuffer in = ByteBuffer.wrap(plain);
    byte[] salt = new byte[Commitment.SALT_BYTES];
    in.get(salt);
    byte[] inputs = new byte[in.getInt()];
    in.get(inputs);
    byte[] decision = new byte[in.remaining()];
    in.get(decision);
    return new SaltedDecision(salt, inputs, decision);
  }

  /** The bytes to seal beside the row. */
  byte[] toSeal() {
    return ByteBuffer.allocate(
            Commitment.SALT_BYTES + Integer.BYTES + inputs.length + decision.length)
        .put(salt)
        .putInt(inputs.length)
        .put(inputs)
        .put(decision)
        .array();
  }

  int payloadBytes() {
    return inputs.length + decision.length;
  }

  KeptDecision.Payload payload() {
    return new KeptDecision.Payload(
        new String(inputs, StandardCharsets.UTF_8), new String(decision, StandardCharsets.UTF_8));
  }

  /** The commitment to this payload under what the row says, so that neither can be changed. */
  Commitment commitment(KeptDecision row) {
    return Commitment.to(salt, envelope(row).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Canonical JSON (RFC 8785): keys in order, no space; the values need no escape, V2 checks it.
   */
  private String envelope(KeptDecision row) {
    KeptDecision.Payload payload = payload();
    return "{\"at\":\""
        + row.decidedAt()
        + "\",\"decision\":"
        + payload.decisionJson()
        + ",\"for\":\""
        + row.decidedFor()
        + "\",\"id\":\""
        + row.id()
        + "\",\"inputs\":"
        + payload.inputsJson()
        + ",\"inputsDigest\":\""
        + row.inputsDigest()
        + "\",\"kind\":\"hufu.decision/1\",\"matter\":\""
        + row.matter()
        + "\",\"pack\":{\"digest\":\""
        + row.pack().digest()
        + "\",\"id\":\""
        + row.pack().id()
        + "\",\"version\":\""
        + row.pack().version()
        + "\"},\"verdict\":\""
        + row.verdict().id()
        + "\"}";
  }
}
