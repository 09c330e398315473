package dev.hufu.kernel.loan;

import dev.hufu.kernel.decision.Digest;

/** A file that belongs to the contract, bound by its SHA-256. */
public record Attachment(String name, Digest digest) {}
