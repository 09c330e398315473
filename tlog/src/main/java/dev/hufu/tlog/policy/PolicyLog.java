package dev.hufu.tlog.policy;

import dev.hufu.tlog.note.NoteKey;
import java.util.Optional;

/**
 * A log of a policy; the name of its key is its origin. Example: the line {@code log <vkey>
 * https://log.example/}.
 */
public record PolicyLog(NoteKey key, Optional<String> url) {}
