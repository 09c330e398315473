package dev.hufu.kernel.script;

import java.util.List;

/** The cues and scripts of a pack: all a detector needs to be built. */
public record ScriptBook(List<Cue> cues, List<Script> scripts) {

  public static final ScriptBook EMPTY = new ScriptBook(List.of(), List.of());

  public ScriptBook {
    cues = List.copyOf(cues);
    scripts = List.copyOf(scripts);
  }
}
