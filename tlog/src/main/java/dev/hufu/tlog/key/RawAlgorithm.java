package dev.hufu.tlog.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A signature algorithm of the JDK whose public keys are taken as plain bytes and whose key pairs
 * follow from 32-byte seeds: the JDK wraps public keys in X.509, of which all that comes before the
 * key is the same for every key.
 *
 * <p>Example: {@code RawAlgorithm.ED25519.pair(seed)}. Sources: RFC 8032 and RFC 8410 for Ed25519;
 * FIPS 204 (pure, empty context) and RFC 9881 for ML-DSA-44.
 */
public enum RawAlgorithm {
  ED25519("Ed25519", "302a300506032b6570032100"),
  ML_DSA_44("ML-DSA-44", "30820532300b0609608648016503040311" + "0382052100");

  /** A seed of either. */
  public static final int SEED_BYTES = 32;

  private final String jdkName;
  private final byte[] header;

  RawAlgorithm(String jdkName, String header) {
    this.jdkName = jdkName;
    this.header = HexFormat.of().parseHex(header);
  }

  /** The pair that follows from a seed; the same seed gives the same pair everywhere. */
  public KeyPair pair(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed is 32 bytes, not " + seed.length);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(jdkName);
      generator.initialize(new NamedParameterSpec(jdkName), new SeedBytes(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** The plain bytes of a public key of this algorithm. */
  public byte[] material(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, header.length, encoded.length);
  }

  public byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(jdkName);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** False for a key or a signature that is none, too. */
  public boolean verifies(byte[] material, byte[] message, byte[] signature) {
    byte[] encoded = Arrays.copyOf(header, header.length + material.length);
    System.arraycopy(material, 0, encoded, header.length, material.length);
    try {
      Signature verifier = Signature.getInstance(jdkName);
      verifier.initVerify(
          KeyFactory.getInstance(jdkName).generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException notOne) {
      return false;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
