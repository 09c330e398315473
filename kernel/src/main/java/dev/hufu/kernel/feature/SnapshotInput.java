package dev.hufu.kernel.feature;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link SnapshotOutput} wrote. Everything is read and its SHA-256 compared before the
 * first number is given out; no length is trusted further than bytes have come.
 */
final class SnapshotInput {

  static final long MAGIC = 0x48554655_50524F46L;
  static final int VERSION = 1;
  static final int FRAME_BYTES_MAX = 64 * 1024;
  private static final int DIGEST_BYTES = 32;

  /** A snapshot that says what no profiles can have said. */
  static final class BrokenSnapshotException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenSnapshotException(String what) {
      super(what);
    }
  }

  private final List<byte[]> frames;
  private int frame;
  private int at;

  private SnapshotInput(List<byte[]> frames) {
    this.frames = frames;
  }

  /** The content, if it is whole and of this plan. */
  static Outcome<SnapshotInput> open(InputStream stream, byte[] planDigest) throws IOException {
    DigestInputStream digesting = new DigestInputStream(stream, sha256());
    DataInputStream in = new DataInputStream(digesting);
    try {
      if (in.readLong() != MAGIC) {
        return Outcome.refused(Code.SNAPSHOT_BROKEN, "not a snapshot");
      }
      int version = in.readInt();
      if (version != VERSION) {
        return Outcome.refused(Code.SNAPSHOT_FOREIGN, "version " + version);
      }
      byte[] plan = whole(in, DIGEST_BYTES);
      List<byte[]> frames = new ArrayList<>();
      for (int length = in.readInt(); length != 0; length = in.readInt()) {
        if (length < 0 || length > FRAME_BYTES_MAX) {
          return Outcome.refused(Code.SNAPSHOT_BROKEN, "frame of " + length);
        }
        frames.add(whole(in, length));
      }
      digesting.on(false);
      byte[] computed = digesting.getMessageDigest().digest();
      if (!MessageDigest.isEqual(computed, whole(in, DIGEST_BYTES))) {
        return Outcome.refused(Code.SNAPSHOT_BROKEN, "SHA-256");
      }
      return MessageDigest.isEqual(plan, planDigest)
          ? Outcome.of(new SnapshotInput(frames))
          : Outcome.refused(Code.SNAPSHOT_FOREIGN, "other features");
    } catch (EOFException cut) {
      return Outcome.refused(Code.SNAPSHOT_BROKEN, "it breaks off");
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] whole(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  long number() throws BrokenSnapshotException {
    long number = bits();
    return number >>> 1 ^ -(number & 1);
  }

  /** A number between two, both included. */
  long number(long least, long most) throws BrokenSnapshotException {
    return within(number(), least, most);
  }

  /** A count from 0 to a limit. */
  int count(long most) throws BrokenSnapshotException {
    return (int) within(bits(), 0, most);
  }

  long difference() throws BrokenSnapshotException {
    return within(bits(), 0, Long.MAX_VALUE);
  }

  String word(int unitsMax) throws BrokenSnapshotException {
    char[] word = new char[count(unitsMax)];
    for (int i = 0; i < word.length; i++) {
      word[i] = (char) count(Character.MAX_VALUE);
    }
    return new String(word);
  }

  void expectEnd() throws BrokenSnapshotException {
    if (frame < frames.size()) {
      throw new BrokenSnapshotException("more than expected");
    }
  }

  static long within(long number, long least, long most) throws BrokenSnapshotException {
    if (number < least || number > most) {
      throw new BrokenSnapshotException(number + " not in " + least + ".." + most);
    }
    return number;
  }

  private long bits() throws BrokenSnapshotException {
    long bits = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      bits |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return bits;
      }
    }
    throw new BrokenSnapshotException("a number without end");
  }

  private int octet() throws BrokenSnapshotException {
    if (frame == frames.size()) {
      throw new BrokenSnapshotException("less than expected");
    }
    byte[] octets = frames.get(frame);
    int octet = octets[at++] & 0xFF;
    if (at == octets.length) {
      at = 0;
      frame++;
    }
    return octet;
  }
}
