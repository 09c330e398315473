package dev.hufu.kernel.feature;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;

/**
 * Writes numbers and words as short as they are, in frames, with the SHA-256 of all of it behind.
 * {@link SnapshotInput} reads it.
 */
final class SnapshotOutput {

  private final DigestOutputStream digesting;
  private final DataOutputStream out;
  private final byte[] frame = new byte[SnapshotInput.FRAME_BYTES_MAX];
  private int filled;

  SnapshotOutput(OutputStream out, byte[] planDigest) throws IOException {
    this.digesting = new DigestOutputStream(out, SnapshotInput.sha256());
    this.out = new DataOutputStream(digesting);
    this.out.writeLong(SnapshotInput.MAGIC);
    this.out.writeInt(SnapshotInput.VERSION);
    this.out.write(planDigest);
  }

  /** Any number; those near 0, either way, are short. */
  void number(long number) throws IOException {
    count(number << 1 ^ number >> 63);
  }

  /** A number that is not negative, or 64 bits. */
  void count(long count) throws IOException {
    long rest = count;
    while ((rest & ~0x7FL) != 0) {
      octet((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  /** A word by its UTF-16 units, which may be anything. */
  void word(String word) throws IOException {
    count(word.length());
    for (int i = 0; i < word.length(); i++) {
      count(word.charAt(i));
    }
  }

  void finish() throws IOException {
    flush();
    out.writeInt(0);
    out.flush();
    digesting.on(false);
    out.write(digesting.getMessageDigest().digest());
    out.flush();
  }

  private void octet(int octet) throws IOException {
    if (filled == frame.length) {
      flush();
    }
    frame[filled++] = (byte) octet;
  }

  private void flush() throws IOException {
    if (filled > 0) {
      out.writeInt(filled);
      out.write(frame, 0, filled);
      filled = 0;
    }
  }
}
