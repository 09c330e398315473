package dev.hufu.evidence.leaf;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.test.TestRandomBigInteger;

/**
 * The Chinese national algorithms as they are computed here, for {@code hufu evaluate evidence}:
 * SM3 (GB/T 32905), which commitments carry, HMAC-SM3, and SM2 (GB/T 32918). A change of the
 * library shows there before a court sees it. The nonce of a signature is given, which is right for
 * vectors and for nothing else.
 *
 * <p>Example: {@code SmVectors.sm3("abc".getBytes(US_ASCII))} begins with {@code 66c7f0f4}.
 */
public final class SmVectors {

  private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  private SmVectors() {}

  /** The SM3 digest, 64 hexadecimal digits. */
  public static String sm3(byte[] message) {
    return Commitment.sm3(message);
  }

  /** HMAC with SM3 (RFC 2104), 64 hexadecimal digits. */
  public static String hmac(byte[] key, byte[] message) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    mac.update(message, 0, message.length);
    byte[] sum = new byte[mac.getMacSize()];
    mac.doFinal(sum, 0);
    return HexFormat.of().formatHex(sum);
  }

  /** An SM2 signature on sm2p256v1 with a nonce that is given: r and s, 128 hexadecimal digits. */
  public static String sm2(BigInteger key, BigInteger nonce, byte[] id, byte[] message) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    SecureRandom fixed = new TestRandomBigInteger(DOMAIN.getN().bitLength(), nonce.toByteArray());
    ECPrivateKeyParameters own = new ECPrivateKeyParameters(key, DOMAIN);
    signer.init(true, new ParametersWithID(new ParametersWithRandom(own, fixed), id));
    signer.update(message, 0, message.length);
    try {
      return HexFormat.of().formatHex(signer.generateSignature());
    } catch (CryptoException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether an SM2 signature is of the holder of a key. */
  public static boolean sm2Holds(BigInteger key, byte[] id, byte[] message, String signature) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    ECPublicKeyParameters open =
        new ECPublicKeyParameters(DOMAIN.getG().multiply(key).normalize(), DOMAIN);
    signer.init(false, new ParametersWithID(open, id));
    signer.update(message, 0, message.length);
    return signer.verifySignature(HexFormat.of().parseHex(signature));
  }
}
