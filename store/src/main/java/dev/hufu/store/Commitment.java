package dev.hufu.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What the evidence log will hold of a decision: SHA-256 over a random salt and the canonical
 * envelope. Without the salt, which lies sealed with the payload, nobody can guess at the content;
 * once the key is erased, the commitment is noise that still proves the log whole.
 *
 * <p>Sealed payload: salt (32 bytes), length of the inputs (4 bytes), inputs, decision; UTF-8.
 */
final class Commitment {

  private static final int SALT_BYTES = 32;

  private final byte[] salt;
  private final byte[] inputs;
  private final byte[] decision;

  private Commitment(byte[] salt, byte[] inputs, byte[] decision) {
    this.salt = salt;
    this.inputs = inputs;
    this.decision = decision;
  }

  static Commitment fresh(NewDecision kept) {
    return new Commitment(
        SealKey.randomBytes(SALT_BYTES),
        kept.inputsJson().getBytes(StandardCharsets.UTF_8),
        kept.decisionJson().getBytes(StandardCharsets.UTF_8));
  }

  static Commitment ofSealed(byte[] plain) {
    ByteBuffer in = ByteBuffer.wrap(plain);
    byte[] salt = new byte[SALT_BYTES];
    in.get(salt);
    byte[] inputs = new byte[in.getInt()];
    in.get(inputs);
    byte[] decision = new byte[in.remaining()];
    in.get(decision);
    return new Commitment(salt, inputs, decision);
  }

  /** The bytes to seal beside the row. */
  byte[] toSeal() {
    return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + inputs.length + decision.length)
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
  byte[] bytes(KeptDecision row) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return sha256.digest(envelope(row).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
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
