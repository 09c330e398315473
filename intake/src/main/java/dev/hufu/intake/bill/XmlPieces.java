package dev.hufu.intake.bill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a long row of equal elements, such as the rows of a sheet, by all cores: while one unpacks,
 * others read what is unpacked. The part is cut before an element, and each piece is made a whole
 * document again by what stands before the first element and what closes behind the last.
 *
 * <p>Where a cut could fall into a comment or into text that only looks like an element, the part
 * is read in one go instead.
 */
final class XmlPieces<T> {

  /** Unpacked bytes of a piece: some thousand rows. */
  static final int PIECE_BYTES = 512 * 1024;

  /** An element longer than this is read as a stream. */
  private static final int ELEMENT_BYTES_MAX = 16 * 1024 * 1024;

  /** Reads elements from a document until the one that holds them ends. */
  @FunctionalInterface
  interface Piece<T> {
    T read(XMLStreamReader xml) throws XMLStreamException;
  }

  /** Reads elements that are as plain as most are, between two places; nothing where one is not. */
  @FunctionalInterface
  interface Plain<T> {
    Optional<T> find(byte[] bytes, int from, int to);
  }

  /** Opens the part from its beginning. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * What a piece gave.
   *
   * @param whole whether it could be cut out at all
   * @param last whether the elements end in it
   */
  private record Given<T>(Optional<T> value, boolean whole, boolean last) {}

  private final byte[] start;
  private final byte[] end;
  private final byte[] closing;
  private final List<String> holders;
  private final Piece<T> piece;
  private final Plain<T> plain;
  private final ToIntFunction<T> size;
  private final int most;

  /**
   * @param element the element of which there are many
   * @param holders the elements around it, the outermost first
   * @param size how many elements a piece gave
   * @param most when more were given, the rest is not read
   */
  XmlPieces(
      String element,
      List<String> holders,
      Piece<T> piece,
      Plain<T> plain,
      ToIntFunction<T> size,
      int most) {
    this.start = ascii("<" + element);
    this.end = ascii("</" + holders.getLast());
    this.holders = holders;
    this.closing = ascii("</" + String.join("></", holders.reversed()) + ">");
    this.piece = piece;
    this.plain = plain;
    this.size = size;
    this.most = most;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What the pieces of a part gave, in their order. */
  List<T> read(Source source) throws IOException, XMLStreamException {
    try (InputStream in = source.open()) {
      Optional<List<T>> pieces = pieces(in);
      if (pieces.isPresent()) {
        return pieces.get();
      }
    }
    try (InputStream in = source.open()) {
      List<T> whole = List.of(piece.read(Xml.open(in)));
      in.transferTo(OutputStream.nullOutputStream());
      return whole;
    }
  }

  private Optional<List<T>> pieces(InputStream in) throws IOException, XMLStreamException {
    byte[] buffer = in.readNBytes(PIECE_BYTES);
    int head = buffer.length < PIECE_BYTES ? -1 : first(buffer);
    if (head < 0 || !fits(buffer, head)) {
      return Optional.empty();
    }
    int cores = Runtime.getRuntime().availableProcessors();
    try (ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            cores,
            cores,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(cores),
            new ThreadPoolExecutor.CallerRunsPolicy())) {
      try {
        return cut(in, buffer, head, new InOrder(pool));
      } finally {
        pool.shutdownNow();
      }
    }
  }

  /** Cuts what is unpacked before the last element that begins in it, as long as there is more. */
  private Optional<List<T>> cut(InputStream in, byte[] first, int head, InOrder given)
      throws IOException, XMLStreamException {
    byte[] before = Arrays.copyOf(first, head);
    byte[] buffer = Arrays.copyOfRange(first, head, Math.max(first.length, head + PIECE_BYTES));
    int filled = first.length - head;
    while (given.open) {
      filled += in.readNBytes(buffer, filled, buffer.length - filled);
      boolean last = filled < buffer.length;
      int cut = last ? filled : lastStart(buffer, filled);
      if (cut == 0) {
        // One element is longer than that.
        if (buffer.length >= ELEMENT_BYTES_MAX) {
          return Optional.empty();
        }
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        continue;
      }
      byte[] document = Arrays.copyOf(before, head + cut + closing.length);
      System.arraycopy(buffer, 0, document, head, cut);
      given.add(document, head, head + cut, last);
      System.arraycopy(buffer, cut, buffer, 0, filled - cut);
      filled -= cut;
      if (last) {
        break;
      }
    }
    given.takeAll();
    in.transferTo(OutputStream.nullOutputStream());
    return given.whole ? Optional.of(given.values) : Optional.empty();
  }

  /** Pieces that are being read, and what came of those before them. */
  private final class InOrder {
    final ThreadPoolExecutor pool;
    final Deque<Future<Given<T>>> pending = new ArrayDeque<>();
    final List<T> values = new ArrayList<>();
    int elements;

    /** Whether more may come. */
    boolean open = true;

    boolean whole = true;

    InOrder(ThreadPoolExecutor pool) {
      this.pool = pool;
    }

    void add(byte[] document, int from, int to, boolean last)
        throws IOException, XMLStreamException {
      pending.add(pool.submit(() -> given(document, from, to, last)));
      while (open && !pending.isEmpty() && pending.getFirst().isDone()) {
        take(pending.removeFirst());
      }
    }

    void takeAll() throws IOException, XMLStreamException {
      while (open && !pending.isEmpty()) {
        take(pending.removeFirst());
      }
    }

    void take(Future<Given<T>> done) throws IOException, XMLStreamException {
      Given<T> given = result(done);
      whole = given.whole;
      given.value.ifPresent(
          value -> {
            values.add(value);
            elements += size.applyAsInt(value);
          });
      open = given.whole && !given.last && elements <= most;
    }
  }

  private static <T> T result(Future<T> done) throws IOException, XMLStreamException {
    try {
      return done.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof XMLStreamException broken) {
        throw broken;
      }
      throw new IOException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** Reads one piece, unless something stands in it that a cut may have gone through. */
  private Given<T> given(byte[] document, int from, int to, boolean last)
      throws XMLStreamException {
    int length = last ? to : document.length;
    boolean ends = last;
    for (int at = from; at + 1 < to; at++) {
      if (document[at] != '<') {
        continue;
      }
      byte next = document[at + 1];
      if (next == '!' || next == '?') {
        return new Given<>(Optional.empty(), false, true);
      }
      if (next == '/' && stands(end, document, at, to)) {
        length = at + closing.length;
        to = at;
        ends = true;
      }
    }
    Optional<T> easy = last && to == length ? Optional.empty() : plain.find(document, from, to);
    if (easy.isPresent()) {
      return new Given<>(easy, true, ends);
    }
    byte[] whole = length > document.length ? Arrays.copyOf(document, length) : document;
    if (length != to) {
      System.arraycopy(closing, 0, whole, to, closing.length);
    }
    T value = piece.read(Xml.open(new ByteArrayInputStream(whole, 0, length)));
    return new Given<>(Optional.of(value), true, ends);
  }

  /** Where the first element begins; less than 0 where none does. */
  private int first(byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '<' && begins(bytes, at, bytes.length)) {
        return at;
      }
    }
    return -1;
  }

  private int lastStart(byte[] bytes, int length) {
    for (int at = length - 1; at > 0; at--) {
      if (bytes[at] == '<' && begins(bytes, at, length)) {
        return at;
      }
    }
    return 0;
  }

  private boolean begins(byte[] bytes, int at, int length) {
    int behind = at + start.length;
    return behind < length
        && stands(start, bytes, at, length)
        && (bytes[behind] <= ' ' || bytes[behind] == '>' || bytes[behind] == '/');
  }

  private static boolean stands(byte[] word, byte[] bytes, int at, int length) {
    return at + word.length <= length
        && Arrays.equals(word, 0, word.length, bytes, at, at + word.length);
  }

  /** Whether exactly the holders are open before the first element, under names without prefix. */
  private boolean fits(byte[] bytes, int head) {
    String before = new String(bytes, 0, head, StandardCharsets.ISO_8859_1).stripTrailing();
    String inner = before.substring(Math.max(0, before.lastIndexOf('<')));
    return !before.contains("<!")
        && (!before.contains("encoding=") || before.toLowerCase(Locale.ROOT).contains("=\"utf-8\""))
        && before.contains("<" + holders.getFirst())
        && inner.startsWith("<" + holders.getLast())
        && inner.endsWith(">")
        && !inner.endsWith("/>");
  }
}
