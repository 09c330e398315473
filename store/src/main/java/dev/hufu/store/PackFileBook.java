package dev.hufu.store;

import static dev.hufu.store.table.Tables.PACK_FILE;

import dev.hufu.kernel.limit.Limits;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The files of versions: each save is a row, the newest of a path counts, an empty one is gone. */
final class PackFileBook {

  private PackFileBook() {}

  /** The files as they stood at a revision. */
  static SortedMap<String, String> files(DSLContext tx, PackVersionId version, int revision) {
    TreeMap<String, String> files = new TreeMap<>();
    tx.select(PACK_FILE.PATH, PACK_FILE.CONTENT)
        .distinctOn(PACK_FILE.PATH)
        .from(PACK_FILE)
        .where(PACK_FILE.VERSION.eq(version.text()))
        .and(PACK_FILE.REVISION.le(revision))
        .orderBy(PACK_FILE.PATH, PACK_FILE.REVISION.desc())
        .forEach(row -> files.put(row.value1(), row.value2()));
    files.values().removeIf(String::isEmpty);
    return files;
  }

  static void write(
      DSLContext tx, PackVersionId version, int revision, String path, String content) {
    tx.insertInto(PACK_FILE)
        .set(PACK_FILE.VERSION, version.text())
        .set(PACK_FILE.PATH, path)
        .set(PACK_FILE.REVISION, revision)
        .set(PACK_FILE.CONTENT, content)
        .execute();
  }

  /** Forgets states of a file so old that nobody can still have them open. */
  static void forgetOld(DSLContext tx, PackVersionId version, String path) {
    tx.deleteFrom(PACK_FILE)
        .where(PACK_FILE.VERSION.eq(version.text()))
        .and(PACK_FILE.PATH.eq(path))
        .and(
            PACK_FILE.REVISION.notIn(
                tx.select(PACK_FILE.REVISION)
                    .from(PACK_FILE)
                    .where(PACK_FILE.VERSION.eq(version.text()))
                    .and(PACK_FILE.PATH.eq(path))
                    .orderBy(PACK_FILE.REVISION.desc())
                    .limit(Limits.DRAFT_REVISIONS_KEPT)))
        .execute();
  }
}
