package dev.hufu.language.detect;

/**
 * A pattern of a cue that cannot be used.
 *
 * @param cue whose pattern it is
 * @param message what is wrong with it, in English, as the pattern compiler says it
 */
public record BrokenPattern(String cue, String pattern, String message) {}
