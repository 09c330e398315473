package dev.hufu.evidence.document;

/**
 * A file that travels inside a document, such as the record of a chat.
 *
 * <p>Example: {@code new Attachment("chat.txt", "text/plain", "聊天记录", content)}. The text of the
 * document should name its SHA-256 as well, so that a reader of paper can compare. Source: ISO
 * 19005-3 (PDF/A-3) section 6.8.
 *
 * @param name a plain file name: letters, digits, dot, hyphen, underscore, Chinese characters
 * @param mediaType such as {@code text/plain}
 * @param description what it is, for people
 */
public record Attachment(String name, String mediaType, String description, Octets content) {

  public Attachment {
    if (!name.matches("[\\p{IsAlphabetic}\\p{IsDigit}._-]{1,120}") || name.startsWith(".")) {
      throw new IllegalArgumentException("not a plain file name: " + name);
    }
    if (!mediaType.matches("[a-z]+/[a-z0-9.+-]{1,80}")) {
      throw new IllegalArgumentException("not a media type: " + mediaType);
    }
  }
}
