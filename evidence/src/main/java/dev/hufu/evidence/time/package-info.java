/**
 * Time that somebody else vouches for: requests to and answers of RFC 3161 authorities.
 *
 * <p>{@code TimeRequest.of(digest, nonce).bytes()} goes out, {@code TimeToken.check(answer,
 * request, trusted, now)} decides what may come in. Who sends the bytes over a network is not told
 * here.
 */
@NullMarked
package dev.hufu.evidence.time;

import org.jspecify.annotations.NullMarked;
