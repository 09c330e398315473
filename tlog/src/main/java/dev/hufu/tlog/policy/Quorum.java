package dev.hufu.tlog.policy;

import dev.hufu.tlog.note.NoteKey;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which witnesses are enough: none, one, or so many of a group whose members are quorums
 * themselves.
 *
 * <p>Example: {@code new Group("g", 2, List.of(w1, w2, w3))}. A threshold outside 1 to the number
 * of members is an {@link IllegalArgumentException}. Source: C2SP tlog-policy.
 */
public sealed interface Quorum {

  /** Whether the keys that cosigned are enough. */
  boolean met(Predicate<NoteKey> cosigned);

  /** No cosignature is asked for. */
  record None() implements Quorum {
    @Override
    public boolean met(Predicate<NoteKey> cosigned) {
      return true;
    }
  }

  /** One witness. */
  record One(PolicyWitness witness) implements Quorum {
    @Override
    public boolean met(Predicate<NoteKey> cosigned) {
      return cosigned.test(witness.key());
    }
  }

  /** At least so many of the members. */
  record Group(String name, int threshold, List<Quorum> members) implements Quorum {
    public Group {
      members = List.copyOf(members);
      if (threshold < 1 || threshold > members.size()) {
        throw new IllegalArgumentException(threshold + " of " + members.size());
      }
    }

    @Override
    public boolean met(Predicate<NoteKey> cosigned) {
      return members.stream().filter(member -> member.met(cosigned)).count() >= threshold;
    }
  }
}
