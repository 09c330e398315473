package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.intake.PackArchive;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.Fresh;
import dev.hufu.store.PackVersion.Origin;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.PackVersionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where versions are written: begun as a copy of the live one or from a ZIP, saved file by file.
 * Each save checks the pack and runs its tests; a text with errors is kept all the same, so that
 * nothing typed is lost.
 */
public final class DraftDesk {

  private static final Pattern VERSION_LINE =
      Pattern.compile(
          "(?m)^version:[ \\t]*['\"]?([0-9A-Za-z][0-9A-Za-z.+-]{0,39})['\"]?[ \\t]*(#.*)?$");

  private static final String HEAD = "pack.yaml";

  private final PackVersionBook book;
  private final VersionChecks checks;

  DraftDesk(PackVersionBook book, VersionChecks checks) {
    this.book = book;
    this.checks = checks;
  }

  /**
   * Begins a version as a copy of the live one, under a version string of today.
   *
   * @param zone whose day names the version
   */
  public Outcome<PackVersion> begin(String pack, String note, Member by, ZoneId zone, Instant now) {
    return PublishDesk.reason(note, true)
        .then(
            why ->
                book.find(pack, State.LIVE)
                    .<Outcome<PackVersion>>map(Outcome::of)
                    .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, pack))
                    .map(live -> copy(live, why, by, zone, now)));
  }

  private PackVersion copy(PackVersion live, String note, Member by, ZoneId zone, Instant now) {
    String version = freshVersion(live.pack(), zone, now);
    SortedMap<String, String> files = book.files(live.id(), live.revision());
    files.computeIfPresent(
        HEAD,
        (_path, text) ->
            VERSION_LINE
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement("version: " + version)));
    return book.open(
        new Fresh(
            live.pack(),
            version,
            note,
            Optional.of(live.id()),
            checks.of(live.pack(), files).kept(),
            files,
            Origin.CREATE),
        by.id(),
        now);
  }

  /** Begins a version from the files of a ZIP. */
  public Outcome<PackVersion> upload(
      String pack, byte[] zip, String note, Member by, ZoneId zone, Instant now) {
    return PublishDesk.reason(note, true)
        .then(
            why ->
                PackArchive.read(zip)
                    .then(DraftDesk::storable)
                    .map(
                        files -> {
                          String version =
                              versionIn(files).orElseGet(() -> freshVersion(pack, zone, now));
                          return book.open(
                              new Fresh(
                                  pack,
                                  version,
                                  why,
                                  Optional.empty(),
                                  checks.of(pack, files).kept(),
                                  files,
                                  Origin.UPLOAD),
                              by.id(),
                              now);
                        }));
  }

  private String freshVersion(String pack, ZoneId zone, Instant now) {
    Set<String> taken =
        book.list(pack).stream().map(PackVersion::version).collect(Collectors.toSet());
    String day = now.atZone(zone).toLocalDate().toString().replace('-', '.');
    String version = day;
    for (int i = 1; taken.contains(version); i++) {
      version = day + "." + i;
    }
    return version;
  }

  /**
   * What somebody sends back from the editor.
   *
   * @param revision the one they opened
   * @param content empty to remove the file
   */
  public record Edit(int revision, String path, String content) {}

  /** Saves a file of a draft; the check that belongs to it is {@link VersionChecks#of}. */
  public Outcome<PackVersion> save(PackVersionId id, Edit edit, Member by, Instant now) {
    return book.find(id)
        .<Outcome<PackVersion>>map(Outcome::of)
        .orElseGet(() -> Outcome.refused(Code.VERSION_UNKNOWN, ""))
        .then(version -> save(version, edit, by, now));
  }

  private Outcome<PackVersion> save(PackVersion version, Edit edit, Member by, Instant now) {
    Optional<Refusal> refusal = refusalOf(version, edit);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    String content = plain(edit.content());
    SortedMap<String, String> files = new TreeMap<>(book.files(version.id(), version.revision()));
    if (content.isEmpty()) {
      files.remove(edit.path());
    } else {
      files.put(edit.path(), content);
    }
    return storable(files)
        .then(
            whole ->
                book.save(
                    version.id(),
                    edit.revision(),
                    edit.path(),
                    content,
                    versionIn(whole).orElse(version.version()),
                    checks.of(version.pack(), whole).kept(),
                    by.id(),
                    now));
  }

  private static Optional<Refusal> refusalOf(PackVersion version, Edit edit) {
    if (!version.editable()) {
      return Optional.of(Refusal.of(Code.VERSION_CLOSED, ""));
    }
    if (version.revision() != edit.revision()) {
      return Optional.of(Refusal.of(Code.DRAFT_STALE, ""));
    }
    boolean headless = edit.path().equals(HEAD) && edit.content().isBlank();
    return PackArchive.named(edit.path()) && !headless
        ? Optional.empty()
        : Optional.of(Refusal.of(Code.PACK_FILE_NAME, shown(edit.path())));
  }

  /** A name from outside, fit to be shown. */
  private static String shown(String path) {
    String plain = path.replaceAll("\\p{Cntrl}", "�");
    return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
  }

  /** A form sends lines as CR LF; a file has LF and ends with one. */
  static String plain(String content) {
    String lines = content.replace("\r\n", "\n").replace('\r', '\n');
    return lines.isBlank() ? "" : lines.endsWith("\n") ? lines : lines + "\n";
  }

  /** Not too much, and no character that the database cannot keep. */
  private static Outcome<SortedMap<String, String>> storable(SortedMap<String, String> files) {
    long bytes = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      bytes += file.getValue().getBytes(StandardCharsets.UTF_8).length;
      Optional<Position> place = unstorable(file.getKey(), file.getValue());
      if (place.isPresent()) {
        return Outcome.refused(
            Refusal.of(Code.TEXT_UNSTORABLE, place.get().toString()).at(place.get()));
      }
    }
    return bytes > Limits.PACK_BYTES_MAX || files.size() > Limits.PACK_FILES_MAX
        ? Outcome.refused(Code.PACK_TOO_LARGE, files.size() + " / " + bytes)
        : Outcome.of(files);
  }

  private static Optional<Position> unstorable(String path, String text) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || Character.isSurrogate(c) && !pair) {
        return Optional.of(new Position(path, line, i - start + 1));
      }
      i += pair ? 1 : 0;
      if (c == '\n') {
        line++;
        start = i + 1;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> versionIn(SortedMap<String, String> files) {
    Matcher line = VERSION_LINE.matcher(files.getOrDefault(HEAD, ""));
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }
}
