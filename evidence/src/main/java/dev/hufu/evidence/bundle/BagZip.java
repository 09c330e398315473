package dev.hufu.evidence.bundle;

import dev.hufu.kernel.decision.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A bag in a zip. Files are stored as they are, in the order of their names, with one time for all:
 * the same files give the same bytes on every machine. Source: RFC 8493 (BagIt 1.0).
 */
final class BagZip {

  private final String folder;
  private final Instant made;
  private final Map<String, byte[]> payload = new TreeMap<>();
  private final Map<String, byte[]> tags = new TreeMap<>();

  BagZip(String folder, Instant made) {
    this.folder = folder;
    this.made = made;
  }

  void payload(String path, byte[] bytes) {
    payload.put("data/" + path, bytes);
  }

  void payload(String path, String text) {
    payload(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void tag(String path, String text) {
    tags.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Closes the bag: declaration, information, manifests. */
  byte[] bytes(String information) {
    long octets = payload.values().stream().mapToLong(file -> file.length).sum();
    tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    tag("bag-info.txt", information + "Payload-Oxum: " + octets + "." + payload.size() + "\n");
    tag("manifest-sha256.txt", manifest(payload));
    tag("tagmanifest-sha256.txt", manifest(tags));
    Map<String, byte[]> all = new TreeMap<>(payload);
    all.putAll(tags);
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(octets * 9 / 8, 1 << 28));
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        zip.putNextEntry(stored(folder + "/" + file.getKey(), file.getValue()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return out.toByteArray();
  }

  private static String manifest(Map<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (path, bytes) ->
            lines.append(Digest.of(bytes).hex()).append("  ").append(path).append('\n'));
    return lines.toString();
  }

  private ZipEntry stored(String name, byte[] bytes) {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    // Without a zone, as zip has it: no machine's own zone gets into the bytes.
    entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
    return entry;
  }
}
