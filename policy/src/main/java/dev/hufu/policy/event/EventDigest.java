package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;

/**
 * The digest of an event: SHA-256 over kind, id, moment and the fields that are known, in the order
 * of their names, so that a pack that adds a field does not change the digest of old events.
 */
public final class EventDigest {

  private EventDigest() {}

  public static Digest of(EventValues event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(event.type().name());
      out.writeUTF(event.id());
      out.writeLong(event.at());
      List<EventField> fields = event.type().fields();
      for (EventField field :
          fields.stream().sorted(Comparator.comparing(EventField::name)).toList()) {
        int place = event.type().place(field.name());
        if (!event.known(place)) {
          continue;
        }
        out.writeUTF(field.name());
        if (field.kind() == FieldKind.WORD) {
          out.writeUTF(event.word(place));
        } else {
          out.writeLong(event.number(place));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Digest.of(bytes.toByteArray());
  }
}
