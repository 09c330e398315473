package dev.hufu.app.witness;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.server.Folders;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.witness.Ruling;
import dev.hufu.tlog.witness.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a witness has cosigned last of each log: a file each, holding the checkpoint itself, so that
 * what was seen can be shown. A file is replaced whole and forced to disk before anything is
 * answered; a kill at any moment leaves the old one or the new one.
 *
 * <p>Example: {@code seen.find("log.example/1")}. For one program; {@link WitnessServer} holds the
 * folder's lock. A file that cannot be read is an {@link UncheckedIOException}: a witness that has
 * forgotten must not cosign.
 */
final class SeenFiles {

  private final Path folder;

  SeenFiles(Path folder) {
    this.folder = folder;
  }

  Optional<Seen> find(String origin) {
    Path file = file(origin);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Checked<Checkpoint> read =
          SignedNote.parse(Files.readAllBytes(file)).then(note -> Checkpoint.parse(note.text()));
      return switch (read) {
        case Checked.Sound<Checkpoint>(var checkpoint) when checkpoint.origin().equals(origin) ->
            Optional.of(new Seen(checkpoint.size(), checkpoint.root()));
        case Checked.Sound<Checkpoint> _, Checked.Flawed<Checkpoint> _ ->
            throw new IOException("not the checkpoint that was kept: " + file);
      };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Moves on if what is kept is still what was judged; durable when this returns true. */
  boolean move(Ruling.Advance advance) {
    if (!find(advance.origin()).equals(advance.before())) {
      return false;
    }
    if (advance.before().filter(advance.after()::equals).isEmpty()) {
      try {
        Folders.writeSecret(file(advance.origin()), advance.note().toString());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return true;
  }

  private Path file(String origin) {
    return folder.resolve(
        "seen-" + Digest.of(origin.getBytes(StandardCharsets.UTF_8)).hex() + ".txt");
  }
}
