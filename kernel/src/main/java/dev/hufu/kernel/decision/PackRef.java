package dev.hufu.kernel.decision;

/** Which pack decided: {@code cn/request}, {@code 2026.11.21}, and the digest of its files. */
public record PackRef(String id, String version, Digest digest) {}
