package dev.hufu.kernel.script;

import dev.hufu.kernel.matter.Facts;
import java.util.List;

/**
 * What a chat says.
 *
 * @param facts facts the chat shows, with provenance {@code SHOWN}
 * @param detector which detector read it: {@code cues/1}
 */
public record Reading(List<Turn> turns, Facts facts, Detection detection, String detector) {

  public Reading {
    turns = List.copyOf(turns);
  }
}
