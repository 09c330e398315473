package dev.hufu.app.workbench;

import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersionBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Checks versions and remembers the latest few, since a page that is looked at asks for the same
 * check again and again.
 */
public final class VersionChecks {

  private static final int REMEMBERED = 8;

  private final PackShelf shelf;
  private final PackVersionBook book;
  private final Map<Key, VersionCheck> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, VersionCheck> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Key(String pack, Digest files) {}

  VersionChecks(PackShelf shelf, PackVersionBook book) {
    this.shelf = shelf;
    this.book = book;
  }

  /** The check of a version as it is kept. */
  public VersionCheck of(PackVersion version) {
    VersionCheck before = known(new Key(version.pack(), version.filesDigest()));
    return before != null
        ? before
        : of(version.pack(), book.files(version.id(), version.revision()));
  }

  /** The check of files that may not be kept yet. */
  public VersionCheck of(String pack, SortedMap<String, String> files) {
    Key key = new Key(pack, new PackFiles(files).digest(List.of()));
    VersionCheck before = known(key);
    if (before != null) {
      return before;
    }
    VersionCheck made = VersionCheck.of(pack, files, shelf.library());
    synchronized (known) {
      known.put(key, made);
    }
    return made;
  }

  private @org.jspecify.annotations.Nullable VersionCheck known(Key key) {
    synchronized (known) {
      return known.get(key);
    }
  }
}
