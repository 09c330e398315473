package dev.hufu.kernel.script;

/**
 * Recognises scam scripts in a text. The rule-and-cue detector implements it, and a learned one
 * can: callers see no difference but the figures.
 *
 * <p>Implementations are immutable, thread-safe and pure: the same text gives the same answer.
 */
public interface ScriptDetector {

  Detection detect(String text);

  /** Names the detector and its version, stored with every decision: {@code cues/1}. */
  String version();
}
