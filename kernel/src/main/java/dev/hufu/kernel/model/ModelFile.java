package dev.hufu.kernel.model;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trained model as one file: what kind it is, a header in words, and named parts in bytes. The
 * same content makes the same bytes, whoever writes it and when.
 *
 * <p>Layout, big-endian: {@code HUFUMODL}, version (4 bytes), then the number of entries of the
 * header and of the parts, each entry as name and content, each with its length before it (4
 * bytes), in the order of their names; at the end the SHA-256 of all before. The kind is the header
 * entry {@code kind}. There is no Java serialisation: reading makes nothing but text and bytes.
 *
 * <p>Example: {@code ModelFile.of("trees").with("plan", digest.hex()).with("trees", bytes)}.
 *
 * <p>Refused when read: what is no model ({@link Code#MODEL_NONE}), another version of this layout
 * ({@link Code#MODEL_VERSION}), and any file that is cut, changed or too large ({@link
 * Code#MODEL_DAMAGED}).
 */
public final class ModelFile {

  private static final byte[] MAGIC = "HUFUMODL".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int DIGEST_BYTES = 32;
  private static final String KIND = "kind";

  private final SortedMap<String, String> header;
  private final SortedMap<String, byte[]> parts;

  private ModelFile(SortedMap<String, String> header, SortedMap<String, byte[]> parts) {
    this.header = Collections.unmodifiableSortedMap(header);
    this.parts = parts;
  }

  /** A model of a kind, with nothing in it yet. */
  public static ModelFile of(String kind) {
    return new ModelFile(new TreeMap<>(Map.of(KIND, kind)), new TreeMap<>());
  }

  /** This model with one more word in its header. */
  public ModelFile with(String name, String value) {
    TreeMap<String, String> more = new TreeMap<>(header);
    more.put(name, value);
    return new ModelFile(more, parts);
  }

  /** This model with one more part. */
  public ModelFile with(String name, byte[] part) {
    TreeMap<String, byte[]> more = new TreeMap<>(parts);
    more.put(name, part.clone());
    return new ModelFile(header, more);
  }

  public String kind() {
    return header.getOrDefault(KIND, "");
  }

  /** The words of the header by name, the kind among them. */
  public SortedMap<String, String> header() {
    return header;
  }

  /** A word of the header; empty where there is none. */
  public String word(String name) {
    return header.getOrDefault(name, "");
  }

  /** A part by its name. */
  public Optional<byte[]> findPart(String name) {
    return Optional.ofNullable(parts.get(name)).map(byte[]::clone);
  }

  /** A part that a model of this kind must have; damaged without it. */
  public Outcome<byte[]> part(String name) {
    return findPart(name).map(Outcome::of).orElseGet(() -> damaged(name));
  }

  /** What this model is named by: the digest of its bytes. */
  public Digest digest() {
    return Digest.of(toBytes());
  }

  /** The whole file. */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    number(out, VERSION);
    number(out, header.size());
    header.forEach((name, value) -> entry(out, name, utf8(value)));
    number(out, parts.size());
    parts.forEach((name, part) -> entry(out, name, part));
    out.writeBytes(sha256(out.toByteArray()));
    return out.toByteArray();
  }

  /** The model, if the file is one, whole and of this version. */
  public static Outcome<ModelFile> read(byte[] bytes) {
    if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, 8)) {
      return Outcome.refused(Code.MODEL_NONE, "");
    }
    if (bytes.length > Limits.MODEL_BYTES_MAX) {
      return damaged(Integer.toString(Limits.MODEL_BYTES_MAX));
    }
    int content = bytes.length - DIGEST_BYTES;
    if (content < MAGIC.length + Integer.BYTES) {
      return damaged(Integer.toString(bytes.length));
    }
    int version = ByteBuffer.wrap(bytes, MAGIC.length, Integer.BYTES).getInt();
    if (version != VERSION) {
      return Outcome.refused(Code.MODEL_VERSION, Integer.toString(version));
    }
    byte[] sealed = Arrays.copyOfRange(bytes, content, bytes.length);
    if (!MessageDigest.isEqual(sealed, sha256(Arrays.copyOf(bytes, content)))) {
      return damaged("SHA-256");
    }
    int from = MAGIC.length + Integer.BYTES;
    return entries(new ByteArrayInputStream(bytes, from, content - from));
  }

  /** Lengths are bounded by what is there, although the digest has been compared. */
  private static Outcome<ModelFile> entries(ByteArrayInputStream bytes) {
    try (DataInputStream in = new DataInputStream(bytes)) {
      TreeMap<String, String> header = new TreeMap<>();
      for (int left = length(in); left > 0; left--) {
        header.put(text(in), text(in));
      }
      TreeMap<String, byte[]> parts = new TreeMap<>();
      for (int left = length(in); left > 0; left--) {
        parts.put(text(in), block(in));
      }
      return in.available() > 0 || !header.containsKey(KIND)
          ? damaged(KIND)
          : Outcome.of(new ModelFile(header, parts));
    } catch (IOException broken) {
      return damaged("length");
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException();
    }
    return length;
  }

  private static byte[] block(DataInputStream in) throws IOException {
    byte[] block = new byte[length(in)];
    in.readFully(block);
    return block;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(block(in), StandardCharsets.UTF_8);
  }

  private static void entry(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] word = utf8(name);
    number(out, word.length);
    out.writeBytes(word);
    number(out, content.length);
    out.writeBytes(content);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static <T> Outcome<T> damaged(String what) {
    return Outcome.refused(Code.MODEL_DAMAGED, what);
  }

  @Override
  public String toString() {
    return kind() + " " + digest().brief();
  }
}
