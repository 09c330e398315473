package dev.hufu.tlog.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a bundle as a bag, held against its manifests.
 *
 * <p>Example: {@code Bag.of(files, findings)} adds what it found and gives the payload by path,
 * {@code data/items.txt} being the first thing to look at. Source: RFC 8493 (BagIt 1.0).
 */
final class Bag {

  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  private static final String MANIFEST = "manifest-sha256.txt";
  private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,900})");
  private static final Pattern OXUM = Pattern.compile("(?m)^Payload-Oxum: ([0-9]+)\\.([0-9]+)$");

  private final Map<String, byte[]> files;

  private Bag(Map<String, byte[]> files) {
    this.files = files;
  }

  Optional<byte[]> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Paths of a folder, in order. */
  List<String> under(String folder) {
    return files.keySet().stream().filter(path -> path.startsWith(folder)).toList();
  }

  /** The bag, unless it is not one; then the findings say why. */
  static Optional<Bag> of(Map<String, byte[]> archive, List<Finding> findings) {
    Map<String, byte[]> files = new TreeMap<>();
    TreeSet<String> roots = new TreeSet<>();
    archive.forEach(
        (name, bytes) -> {
          int slash = name.indexOf('/');
          roots.add(slash < 0 ? "" : name.substring(0, slash));
          files.put(name.substring(slash + 1), bytes);
        });
    if (roots.size() != 1 || roots.contains("") || files.size() != archive.size()) {
      findings.add(bad("", "要有一个文件夹，所有文件都在里面", "one folder must hold every file"));
      return Optional.empty();
    }
    byte[] declaration = files.get("bagit.txt");
    if (declaration == null || !text(declaration).equals(DECLARATION)) {
      findings.add(bad("bagit.txt", "不是 BagIt 1.0", "not BagIt 1.0"));
      return Optional.empty();
    }
    Optional<Map<String, String>> payload = manifest(files, MANIFEST, findings);
    Optional<Map<String, String>> tags = manifest(files, TAG_MANIFEST, findings);
    if (payload.isEmpty() || tags.isEmpty()) {
      return Optional.empty();
    }
    findings.add(Finding.held(Check.BAG, "", "BagIt 1.0", "BagIt 1.0"));
    compare(files, payload.get(), tags.get(), findings);
    return Optional.of(new Bag(files));
  }

  private static Optional<Map<String, String>> manifest(
      Map<String, byte[]> files, String name, List<Finding> findings) {
    byte[] file = files.get(name);
    if (file == null || !text(file).endsWith("\n")) {
      findings.add(bad(name, "没有，或者断了", "missing or cut"));
      return Optional.empty();
    }
    boolean payload = name.equals(MANIFEST);
    Map<String, String> digests = new TreeMap<>();
    int number = 0;
    for (String row : text(file).split("\n")) {
      number++;
      Matcher line = LINE.matcher(row);
      if (!line.matches()
          || line.group(2).startsWith("data/") != payload
          || digests.put(line.group(2), line.group(1)) != null) {
        findings.add(bad(name + ":" + number, "这一行不合格式", "a line not in its form"));
        return Optional.empty();
      }
    }
    return Optional.of(digests);
  }

  private static void compare(
      Map<String, byte[]> files,
      Map<String, String> payload,
      Map<String, String> tags,
      List<Finding> findings) {
    Map<String, String> named = new TreeMap<>(payload);
    named.putAll(tags);
    List<Finding> wrong = new ArrayList<>();
    for (String path : named.keySet()) {
      if (!files.containsKey(path)) {
        wrong.add(Finding.failed(Check.FILES, path, "少了这个文件", "missing"));
      }
    }
    for (String path : files.keySet()) {
      if (!named.containsKey(path) && !path.equals(TAG_MANIFEST)) {
        wrong.add(Finding.failed(Check.FILES, path, "多出这个文件", "in no manifest"));
      }
    }
    if (!tags.containsKey(MANIFEST) || !tags.containsKey("bagit.txt")) {
      wrong.add(Finding.failed(Check.FILES, TAG_MANIFEST, "没有列全", "does not list its tag files"));
    }
    if (wrong.isEmpty()) {
      oxum(files, payload).ifPresent(wrong::add);
    }
    findings.addAll(wrong);
    if (wrong.isEmpty()) {
      findings.add(
          Finding.held(
              Check.FILES,
              "",
              named.size() + " 个，不多不少",
              named.size() + ", none missing, none extra"));
    }
    int before = findings.size();
    named.forEach(
        (path, digest) -> {
          byte[] file = files.get(path);
          if (file != null && !sha256(file).equals(digest)) {
            findings.add(Finding.failed(Check.DIGEST, path, "和清单里的不一样", "not what its line says"));
          }
        });
    if (findings.size() == before) {
      findings.add(Finding.held(Check.DIGEST, "", "SHA-256 全部对上", "SHA-256, every line"));
    }
  }

  private static Optional<Finding> oxum(Map<String, byte[]> files, Map<String, String> payload) {
    byte[] info = files.get("bag-info.txt");
    Matcher stated = OXUM.matcher(info == null ? "" : text(info));
    long bytes =
        files.entrySet().stream()
            .filter(file -> payload.containsKey(file.getKey()))
            .mapToLong(file -> file.getValue().length)
            .sum();
    String right = bytes + "." + payload.size();
    return stated.find() && (stated.group(1) + "." + stated.group(2)).equals(right)
        ? Optional.empty()
        : Optional.of(
            Finding.failed(
                Check.FILES, "bag-info.txt", "件数或字节数不对", "Payload-Oxum is not " + right));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Finding bad(String where, String zh, String en) {
    return Finding.failed(Check.BAG, where, zh, en);
  }
}
