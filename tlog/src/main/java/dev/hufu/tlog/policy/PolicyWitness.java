package dev.hufu.tlog.policy;

import dev.hufu.tlog.note.NoteKey;
import java.util.Optional;

/**
 * A witness of a policy. Example: the line {@code witness w1 <vkey> https://witness.example/}.
 *
 * @param name how the policy calls it; means nothing elsewhere
 * @param url where it takes checkpoints, if it is to be asked
 */
public record PolicyWitness(String name, NoteKey key, Optional<String> url) {}
