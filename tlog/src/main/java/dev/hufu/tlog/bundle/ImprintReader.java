package dev.hufu.tlog.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds in a timestamp token what it dates, and nothing more: the digest and the time. The
 * signature over both is for {@code openssl ts -verify}. Source: RFC 3161 section 2.4.2, RFC 5652.
 */
final class ImprintReader {

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OID = 0x06;
  private static final int OCTETS = 0x04;
  private static final int OCTETS_IN_PIECES = 0x24;
  private static final int INTEGER = 0x02;
  private static final int TAGGED_0 = 0xA0;
  private static final int TIME = 0x18;
  private static final String SIGNED_DATA = "2a864886f70d010702";
  private static final String TST_INFO = "2a864886f70d0109100104";
  private static final String SHA256 = "608648016503040201";

  private final byte[] der;
  private int at;
  private final int end;

  private ImprintReader(byte[] der, int at, int end) {
    this.der = der;
    this.at = at;
    this.end = end;
  }

  /**
   * What a token says.
   *
   * @param sha256 in hexadecimal digits
   * @param time as it stands there: {@code 20261122060000Z}
   */
  record Imprint(String sha256, String time) {}

  /** Empty for anything that is not a token over a SHA-256 digest. */
  static Optional<Imprint> read(byte[] token) {
    try {
      ImprintReader signed =
          new ImprintReader(token, 0, token.length)
              .into(SEQUENCE)
              .oid(SIGNED_DATA)
              .into(TAGGED_0)
              .into(SEQUENCE);
      signed.skip(INTEGER);
      signed.skip(SET);
      ImprintReader info =
          signed.into(SEQUENCE).oid(TST_INFO).into(TAGGED_0).octets().into(SEQUENCE);
      info.skip(INTEGER);
      info.skip(OID);
      ImprintReader imprint = info.into(SEQUENCE);
      var _ = imprint.into(SEQUENCE).oid(SHA256);
      byte[] digest = imprint.value(OCTETS);
      info.skip(INTEGER);
      String time = new String(info.value(TIME), StandardCharsets.US_ASCII);
      return digest.length == 32 && time.matches("[0-9]{14}(\\.[0-9]{1,9})?Z")
          ? Optional.of(new Imprint(HexFormat.of().formatHex(digest), time))
          : Optional.empty();
    } catch (NotThere broken) {
      return Optional.empty();
    }
  }

  /** The token has something else at this place. */
  private static final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotThere() {
      super(null, null, false, false);
    }
  }

  private ImprintReader into(int tag) {
    if (end - at >= 2 && Byte.toUnsignedInt(der[at]) == tag && der[at + 1] == (byte) 0x80) {
      // Of unknown length: what follows it is not looked at, so its end need not be known.
      at += 2;
      return new ImprintReader(der, at, end);
    }
    int length = header(tag);
    ImprintReader inner = new ImprintReader(der, at, at + length);
    at += length;
    return inner;
  }

  /** A string of octets, also as one piece inside a constructed one, as some encoders write it. */
  private ImprintReader octets() {
    return at < end && der[at] == OCTETS_IN_PIECES
        ? into(OCTETS_IN_PIECES).into(OCTETS)
        : into(OCTETS);
  }

  private ImprintReader oid(String hex) {
    if (!HexFormat.of().formatHex(value(OID)).equals(hex)) {
      throw new NotThere();
    }
    return this;
  }

  private void skip(int tag) {
    int length = header(tag);
    at += length;
  }

  private byte[] value(int tag) {
    int length = header(tag);
    at += length;
    return Arrays.copyOfRange(der, at - length, at);
  }

  /** Steps over tag and a definite length that fits what is left. */
  private int header(int tag) {
    if (next() != tag) {
      throw new NotThere();
    }
    int length = next();
    if (length > 0x80) {
      int bytes = length - 0x80;
      length = 0;
      if (bytes > 3) {
        throw new NotThere();
      }
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | next();
      }
    } else if (length == 0x80) {
      throw new NotThere();
    }
    if (length > end - at) {
      throw new NotThere();
    }
    return length;
  }

  private int next() {
    if (at >= end) {
      throw new NotThere();
    }
    return Byte.toUnsignedInt(der[at++]);
  }
}
