/**
 * Signatures on documents, by keys that never come here, and what can be said of them later.
 *
 * <p>{@code SigningCeremony.prepare} → the browser signs → {@code SigningCeremony.complete}; {@code
 * Issuer} gives certificates, {@code DocumentTime} dates a whole file, {@code SignatureReport.read}
 * tells who signed, up to where, and what came after. Each signer appends; nothing that was there
 * is written again.
 */
@NullMarked
package dev.hufu.evidence.sign;

import org.jspecify.annotations.NullMarked;
