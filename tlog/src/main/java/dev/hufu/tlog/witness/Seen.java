package dev.hufu.tlog.witness;

import dev.hufu.tlog.merkle.Hash;

/**
 * The latest checkpoint of a log that a witness has cosigned. Example: {@code new Seen(20852163,
 * root)}. It is all that a witness must keep, and must never go back.
 */
public record Seen(long size, Hash root) {}
