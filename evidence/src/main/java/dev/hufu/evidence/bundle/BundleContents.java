package dev.hufu.evidence.bundle;

import dev.hufu.evidence.document.Octets;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.SignedNote;
import java.time.Instant;
import java.util.List;

/**
 * Everything that goes into a bundle; the same contents give the same bytes.
 *
 * @param matter {@code M-7Q4K2M9F}
 * @param made when, also the time of the list and of every file in the zip
 * @param items in their order
 * @param logs a checkpoint for each epoch that an item stands in
 * @param times of these checkpoints
 * @param custody who did what with the matter, in JSON
 */
public record BundleContents(
    String matter,
    Profile profile,
    Instant made,
    List<BundleItem> items,
    List<Log> logs,
    List<Time> times,
    String custody) {

  public BundleContents {
    items = List.copyOf(items);
    logs = List.copyOf(logs);
    times = List.copyOf(times);
  }

  /**
   * A checkpoint.
   *
   * @param key the Ed25519 key that signed it
   * @param policy a C2SP policy: whom to believe of this log
   */
  public record Log(int epoch, SignedNote checkpoint, NoteKey key, String policy) {}

  /**
   * A timestamp.
   *
   * @param note what was dated: a checkpoint as it was sent to the authority
   * @param token RFC 3161
   */
  public record Time(String note, Octets token) {}

  @Override
  public String toString() {
    return "BundleContents[" + matter + ", " + profile.id() + ", " + items.size() + "]";
  }
}
