package dev.hufu.kernel.script;

/** A cue that was seen, and where. */
public record CueHit(String cue, Span span) {}
