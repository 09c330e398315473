package dev.hufu.tlog.witness;

import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.note.SignedNote;
import java.util.Optional;

/**
 * What a witness makes of a request.
 *
 * <pre>{@code
 * switch (witness.judge(body, store::find)) {
 *   case Ruling.Advance advance -> {
 *     // in one transaction: replace advance.before() by advance.after(), else judge again
 *     answer(200, witness.cosign(advance, seconds));
 *   }
 *   case Ruling.Refuse refuse -> answer(refuse.status(), refuse.body());
 * }
 * }</pre>
 */
public sealed interface Ruling {

  /**
   * May be cosigned once the state has been moved, durably and only from {@code before}.
   *
   * @param before what was held when judged; empty for a log never cosigned
   */
  record Advance(Optional<Seen> before, Checkpoint checkpoint, SignedNote note) implements Ruling {

    public String origin() {
      return checkpoint.origin();
    }

    public Seen after() {
      return new Seen(checkpoint.size(), checkpoint.root());
    }
  }

  /**
   * Must not be cosigned.
   *
   * @param status of HTTP: 400, 403, 404, 409 or 422
   * @param contentType of the body
   * @param body with its newline
   */
  record Refuse(int status, String contentType, String body, Flaw flaw) implements Ruling {}
}
