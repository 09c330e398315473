package dev.hufu.policy.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.pack.EventPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A decision in at most 300 bytes: which pack, which event, what came out, and the features it was
 * made of, so that it can be made again from the pack and the event alone.
 *
 * <p>Layout: version, pack digest (32), event digest (32), moment (8), verdict, risk (2), the fired
 * and the undetermined rules as gaps between their places, then a bit for each feature that was
 * known and their values. Where the features would not fit, they are left out; then only a replay
 * of the whole history makes the decision again.
 *
 * @param features the bytes behind the rules, empty where they were left out
 */
public record DecisionRecord(
    Digest pack,
    Digest event,
    long at,
    Verdict verdict,
    int risk,
    Bits fired,
    Bits undetermined,
    ByteBuffer features) {

  private static final byte VERSION = 1;

  /** Places of rules, ascending. */
  public record Bits(List<Integer> places) {
    public Bits {
      places = List.copyOf(places);
    }
  }

  /** The record of the last step of a decider. */
  public static byte[] of(EventDecider decider, EventValues event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Limits.DECISION_RECORD_BYTES_MAX);
    out.write(VERSION);
    out.writeBytes(bytes(decider.program().ref().digest()));
    out.writeBytes(bytes(EventDigest.of(event)));
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(event.at()).array());
    Ruling ruling = decider.ruling();
    out.write(ruling.verdict().ordinal());
    out.write(ruling.risk() >>> 8);
    out.write(ruling.risk());
    bits(out, ruling.fired);
    bits(out, ruling.undetermined);
    byte[] features = features(event, decider.row());
    if (out.size() + features.length <= Limits.DECISION_RECORD_BYTES_MAX) {
      out.writeBytes(features);
    }
    return out.toByteArray();
  }

  /** Reads a record; anything but a whole one is refused. */
  public static Outcome<DecisionRecord> parse(byte[] bytes) {
    if (bytes.length > Limits.DECISION_RECORD_BYTES_MAX) {
      return Outcome.refused(Code.RECORD_BROKEN, bytes.length + " bytes");
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.get() != VERSION) {
        return Outcome.refused(Code.RECORD_BROKEN, "version");
      }
      Digest pack = digest(in);
      Digest event = digest(in);
      long at = in.getLong();
      int verdict = in.get();
      int risk = in.getShort() & 0xffff;
      if (verdict < 0 || verdict >= Verdict.values().length || risk > Ruling.WHOLE) {
        return Outcome.refused(Code.RECORD_BROKEN, "verdict");
      }
      Bits fired = bits(in);
      Bits undetermined = bits(in);
      return Outcome.of(
          new DecisionRecord(
              pack, event, at, Verdict.values()[verdict], risk, fired, undetermined, in.slice()));
    } catch (BufferUnderflowException | IllegalArgumentException cut) {
      return Outcome.refused(Code.RECORD_BROKEN, "cut short");
    }
  }

  /** Whether it carries its features. */
  public boolean whole() {
    return features.hasRemaining();
  }

  /**
   * Puts the recorded features into a row that holds the event's own fields.
   *
   * @return whether they were the features of that row, all of them and nothing else; if not, the
   *     row is of no use
   */
  public boolean fill(EventValues event, Row row) {
    ByteBuffer in = features.duplicate();
    Columns columns = row.columns();
    int from = event.type().fields().size();
    int to = derivedFrom(columns);
    byte[] known = new byte[(to - from + 7) / 8];
    try {
      in.get(known);
      for (int place = from; place < to; place++) {
        int bit = place - from;
        if ((known[bit >>> 3] >>> (bit & 7) & 1) != 0) {
          get(in, columns.list().get(place), place, row);
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      return false;
    }
    return !in.hasRemaining();
  }

  /** Hour, weekday and the scores of models are made anew from what stands before them. */
  private static int derivedFrom(Columns columns) {
    return columns.find(EventPolicy.HOUR).orElseThrow();
  }

  private static void get(ByteBuffer in, Column column, int place, Row row) {
    if (column.kind() == FieldKind.WORD) {
      long length = varint(in);
      if (length < 0 || length > in.remaining()) {
        throw new BufferUnderflowException();
      }
      byte[] word = new byte[(int) length];
      in.get(word);
      row.put(place, new String(word, StandardCharsets.UTF_8));
    } else if (column.kind() == FieldKind.REAL) {
      row.put(place, in.getLong());
    } else {
      long folded = varint(in);
      row.put(place, folded >>> 1 ^ -(folded & 1));
    }
  }

  private static byte[] features(EventValues event, Row row) {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    int from = event.type().fields().size();
    int to = derivedFrom(row.columns());
    byte[] known = new byte[(to - from + 7) / 8];
    for (int place = from; place < to; place++) {
      if (!row.known(place)) {
        continue;
      }
      int bit = place - from;
      known[bit >>> 3] |= (byte) (1 << (bit & 7));
      switch (row.columns().list().get(place).kind()) {
        case WORD -> {
          byte[] word = row.word(place).getBytes(StandardCharsets.UTF_8);
          varint(values, word.length);
          values.writeBytes(word);
        }
        case REAL ->
            values.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(row.number(place)).array());
        default -> {
          long number = row.number(place);
          varint(values, number << 1 ^ number >> 63);
        }
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(known);
    all.writeBytes(values.toByteArray());
    return all.toByteArray();
  }

  private static void bits(ByteArrayOutputStream out, long[] bits) {
    int[] previous = {-1};
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    varint(out, count);
    Ruling.forEach(
        bits,
        place -> {
          varint(out, place - previous[0]);
          previous[0] = place;
        });
  }

  private static Bits bits(ByteBuffer in) {
    long count = varint(in);
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    List<Integer> places = new ArrayList<>();
    long place = -1;
    for (long i = 0; i < count; i++) {
      long gap = varint(in);
      if (gap < 1 || gap > Limits.PACK_RULES_MAX) {
        throw new IllegalArgumentException("gap " + gap);
      }
      place += gap;
      places.add(Math.toIntExact(place));
    }
    return new Bits(places);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte part = in.get();
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  private static byte[] bytes(Digest digest) {
    return HexFormat.of().parseHex(digest.hex());
  }

  private static Digest digest(ByteBuffer in) {
    byte[] bytes = new byte[32];
    in.get(bytes);
    return new Digest(HexFormat.of().formatHex(bytes));
  }
}
