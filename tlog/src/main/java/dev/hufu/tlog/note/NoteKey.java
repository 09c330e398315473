package dev.hufu.tlog.note;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.text.CanonicalBase64;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key with its name, as it is handed out: the verifier key, or vkey, of signed notes.
 *
 * <p>Example: {@code example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k}: name,
 * key id in eight hexadecimal digits, base64 of the type's byte and the key. Errors of {@link
 * #parse}: {@link Reason#BAD_KEY_NAME}, {@link Reason#BAD_KEY}, {@link Reason#BAD_BASE64}, {@link
 * Reason#UNSUPPORTED_KEY_TYPE}, {@link Reason#KEY_ID_MISMATCH}. Source: C2SP signed-note.
 */
public final class NoteKey {

  private static final int ID_DIGITS = 8;

  private final String name;
  private final SignatureType type;
  private final byte[] material;
  private final int id;

  /** A key from its parts; a name or a length that cannot be is a bug of the caller. */
  public NoteKey(String name, SignatureType type, byte[] material) {
    if (!KeyName.valid(name) || material.length != type.keyBytes()) {
      throw new IllegalArgumentException("not a name and key of " + type);
    }
    this.name = name;
    this.type = type;
    this.material = material.clone();
    this.id = id(name, type, material);
  }

  public static Checked<NoteKey> parse(String text) {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first < 0 || second != first + 1 + ID_DIGITS) {
      return Checked.flawed(Reason.BAD_KEY, "key");
    }
    String name = text.substring(0, first);
    if (!KeyName.valid(name)) {
      return Checked.flawed(Reason.BAD_KEY_NAME, "key name");
    }
    String id = text.substring(first + 1, second);
    return CanonicalBase64.decode(text.substring(second + 1), "key")
        .then(bytes -> of(name, id, bytes));
  }

  private static Checked<NoteKey> of(String name, String id, byte[] bytes) {
    if (bytes.length == 0) {
      return Checked.flawed(Reason.BAD_KEY, "key");
    }
    Optional<SignatureType> type = SignatureType.of(bytes[0]);
    if (type.isEmpty()) {
      return Checked.flawed(Reason.UNSUPPORTED_KEY_TYPE, "key");
    }
    byte[] material = Arrays.copyOfRange(bytes, 1, bytes.length);
    if (material.length != type.get().keyBytes()) {
      return Checked.flawed(Reason.BAD_KEY, "key");
    }
    NoteKey key = new NoteKey(name, type.get(), material);
    return key.idText().equals(id)
        ? Checked.sound(key)
        : Checked.flawed(Reason.KEY_ID_MISMATCH, "key id");
  }

  public String name() {
    return name;
  }

  public SignatureType type() {
    return type;
  }

  /** The first four bytes of SHA-256 over name, newline, type and key, big end first. */
  public int id() {
    return id;
  }

  /** The public key as its own specification encodes it. */
  public byte[] material() {
    return material.clone();
  }

  /** Whether both wrap the same public key, whatever they call it. */
  public boolean sameMaterial(NoteKey other) {
    return Arrays.equals(material, other.material);
  }

  /** Whether a signature line says it is by this key. */
  public boolean signed(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id;
  }

  private String idText() {
    return HexFormat.of().toHexDigits(id);
  }

  /** The text form that {@link #parse} reads. */
  @Override
  public String toString() {
    byte[] bytes = ByteBuffer.allocate(1 + material.length).put(type.id()).put(material).array();
    return name + "+" + idText() + "+" + CanonicalBase64.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey key && key.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return id;
  }

  private static int id(String name, SignatureType type, byte[] material) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(type.id());
      return ByteBuffer.wrap(digest.digest(material)).getInt();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
