package dev.hufu.app.custody;

import dev.hufu.evidence.time.TimeToken;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.tile.BundleId;
import dev.hufu.tlog.tile.TileId;
import dev.hufu.tlog.tile.TilePath;
import dev.hufu.tlog.tile.TileSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as files, for whoever checks it: C2SP tlog-tiles below {@code /log} for the log of now
 * and below {@code /log/epoch/0} for one before it.
 *
 * <p>Example: {@code GET /log/tile/0/x001/234.p/7}. What is not part of the published checkpoint is
 * not there. Nobody is asked who they are; there is nobody in it.
 */
@RestController
class LogFiles {

  private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final MediaType TIME = new MediaType("application", "timestamp-reply");
  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final LogKeeper keeper;
  private final LogBook log;
  private final LogKeys keys;
  private final Outside outside;

  LogFiles(LogKeeper keeper, LogBook log, LogKeys keys, Outside outside) {
    this.keeper = keeper;
    this.log = log;
    this.keys = keys;
    this.outside = outside;
  }

  @GetMapping("/log/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return checkpoint(keeper.published());
  }

  @GetMapping("/log/epoch/{epoch:[0-9]{1,6}}/checkpoint")
  ResponseEntity<byte[]> checkpoint(@PathVariable int epoch) {
    return checkpoint(find(epoch));
  }

  private static ResponseEntity<byte[]> checkpoint(Optional<LogHead> head) {
    return head.flatMap(LogHead::checkpoint)
        .map(note -> text(note))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** A checkpoint as the log signed it, byte for byte what an authority dated. */
  @GetMapping("/log/epoch/{epoch:[0-9]{1,6}}/checkpoint/{size:[0-9]{1,18}}")
  ResponseEntity<byte[]> dated(@PathVariable int epoch, @PathVariable long size) {
    return outside
        .book()
        .find(epoch, size)
        .map(LogFiles::text)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/log/checkpoint/{size:[0-9]{1,18}}")
  ResponseEntity<byte[]> dated(@PathVariable long size) {
    return dated(epochNow(), size);
  }

  /** The time an authority gave to that checkpoint. */
  @GetMapping(
      "/log/epoch/{epoch:[0-9]{1,6}}/time/{size:[0-9]{1,18}}/{authority:[a-z0-9-]{1,40}}.tsr")
  ResponseEntity<byte[]> time(
      @PathVariable int epoch, @PathVariable long size, @PathVariable String authority) {
    return outside
        .book()
        .time(epoch, size, authority)
        .map(
            time ->
                ResponseEntity.ok()
                    .contentType(TIME)
                    .cacheControl(FOREVER)
                    .body(TimeToken.response(time.token()).bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/log/time/{size:[0-9]{1,18}}/{authority:[a-z0-9-]{1,40}}.tsr")
  ResponseEntity<byte[]> time(@PathVariable long size, @PathVariable String authority) {
    return time(epochNow(), size, authority);
  }

  private int epochNow() {
    return keeper.published().map(LogHead::epoch).orElse(0);
  }

  /** The public keys, a line each, as verifiers take them. */
  @GetMapping("/log/keys")
  ResponseEntity<byte[]> keys() {
    return keeper
        .published()
        .map(LogHead::origin)
        .map(
            origin -> {
              StringBuilder lines = new StringBuilder();
              keys.publicKeys(origin).forEach(key -> lines.append(key).append('\n'));
              return text(lines.toString());
            })
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> text(String note) {
    return ResponseEntity.ok()
        .contentType(NOTE)
        .cacheControl(CacheControl.noCache())
        .body(note.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    return tile(request, "/log/", keeper.published());
  }

  @GetMapping("/log/epoch/{epoch:[0-9]{1,6}}/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request, @PathVariable int epoch) {
    return tile(request, "/log/epoch/" + epoch + "/", find(epoch));
  }

  private ResponseEntity<byte[]> tile(
      HttpServletRequest request, String before, Optional<LogHead> head) {
    String path = request.getRequestURI().substring(before.length());
    return head.flatMap(published -> read(published, path))
        .map(
            bytes ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(FOREVER)
                    .body(bytes))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Optional<byte[]> read(LogHead published, String path) {
    return TilePath.parse(path) instanceof Checked.Sound<TilePath>(var asked)
        ? switch (asked) {
          case TileId id -> read(published, id);
          case BundleId id -> read(published, id);
        }
        : Optional.empty();
  }

  private Optional<byte[]> read(LogHead published, TileId id) {
    return id.width() <= TileSpan.width(id.level(), id.index(), published.size())
        ? log.tile(published.epoch(), id)
        : Optional.empty();
  }

  private Optional<byte[]> read(LogHead published, BundleId id) {
    return id.width() <= TileSpan.width(0, id.index(), published.size())
        ? log.bundle(published.epoch(), id)
        : Optional.empty();
  }

  /** An epoch that came to its end is published as far as it went. */
  private Optional<LogHead> find(int epoch) {
    Optional<LogHead> now = keeper.published();
    return now.filter(head -> head.epoch() == epoch)
        .or(
            () ->
                now.filter(head -> epoch < head.epoch())
                    .flatMap(
                        head ->
                            log.epochs().stream()
                                .filter(before -> before.epoch() == epoch)
                                .findFirst()
                                .map(outside::withKept)));
  }
}
