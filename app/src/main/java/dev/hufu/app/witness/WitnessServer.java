package dev.hufu.app.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.witness.Ruling;
import dev.hufu.tlog.witness.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A witness over HTTP: {@code POST /add-checkpoint} of C2SP tlog-witness, and {@code GET /keys} for
 * whoever writes a policy.
 *
 * <pre>{@code
 * WitnessServer.open("127.0.0.1", 8090, folder, keys, logs, clock)
 * }</pre>
 *
 * <p>The state has moved, durably, before an answer leaves; requests are judged one after another.
 * A folder belongs to one running witness: {@link Code#WITNESS_RUNNING}. A disk that does not take
 * the state is a 500 and no cosignature.
 */
public final class WitnessServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

  private static final int AT_ONCE_MAX = 32;
  private static final int BACKLOG = 64;
  private static final String TEXT = "text/plain; charset=utf-8";

  private final HttpServer http;
  private final ExecutorService threads;
  private final FileChannel channel;
  private final FileLock held;
  private final Witness witness;
  private final WitnessKeys keys;
  private final SeenFiles seen;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE_MAX);

  private WitnessServer(
      HttpServer http,
      FileChannel channel,
      FileLock held,
      Witness witness,
      WitnessKeys keys,
      SeenFiles seen,
      Clock clock) {
    this.http = http;
    this.channel = channel;
    this.held = held;
    this.witness = witness;
    this.keys = keys;
    this.seen = seen;
    this.clock = clock;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    http.setExecutor(threads);
    http.createContext("/", this::answer);
  }

  /**
   * Opens and serves.
   *
   * @param port 0 lets the system choose
   * @param folder of the keys and the state
   */
  public static Outcome<WitnessServer> open(
      String listen,
      int port,
      Path folder,
      WitnessKeys keys,
      Map<String, List<NoteVerifier>> logs,
      Clock clock) {
    // Seconds a request may take to come in and an answer to go out; read once by the JDK's server.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve("witness.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = tryLock(channel);
      if (held == null) {
        channel.close();
        return Outcome.refused(Code.WITNESS_RUNNING, folder.toString());
      }
      HttpServer http = HttpServer.create(new InetSocketAddress(listen, port), BACKLOG);
      Witness witness = new Witness(logs, keys.cosigners());
      WitnessServer server =
          new WitnessServer(http, channel, held, witness, keys, new SeenFiles(folder), clock);
      http.start();
      return Outcome.of(server);
    } catch (IOException taken) {
      close(channel);
      return Outcome.refused(Code.WITNESS_RUNNING, String.valueOf(taken.getMessage()));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException gone) {
      LOG.debug("the lock goes with the process: {}", gone.getMessage());
    }
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String method = exchange.getRequestMethod();
      if (path.equals("/keys") && method.equals("GET")) {
        StringBuilder lines = new StringBuilder();
        keys.publicKeys().forEach(key -> lines.append(key).append('\n'));
        send(exchange, 200, TEXT, lines.toString());
      } else if (!path.equals("/add-checkpoint")) {
        send(exchange, 404, TEXT, "POST /add-checkpoint\n");
      } else if (!method.equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        send(exchange, 405, TEXT, "POST\n");
      } else if (!room.tryAcquire()) {
        send(exchange, 503, TEXT, "busy\n");
      } else {
        try {
          take(exchange);
        } finally {
          room.release();
        }
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(TlogLimits.WITNESS_REQUEST_BYTES_MAX + 1);
    }
    if (body.length > TlogLimits.WITNESS_REQUEST_BYTES_MAX) {
      send(exchange, 413, TEXT, "TOO_LARGE\n");
      return;
    }
    try {
      switch (judge(body)) {
        case Ruling.Advance advance ->
            send(exchange, 200, TEXT, witness.cosign(advance, clock.instant().getEpochSecond()));
        case Ruling.Refuse refuse ->
            send(exchange, refuse.status(), refuse.contentType(), refuse.body());
      }
    } catch (RuntimeException notKept) {
      LOG.error("nothing is cosigned: {}", String.valueOf(notKept.getMessage()));
      send(exchange, 500, TEXT, "the state was not kept\n");
    }
  }

  /** Judges and moves the state as one: what comes back as an advance is on disk. */
  private synchronized Ruling judge(byte[] body) {
    Ruling ruling = witness.judge(body, seen::find);
    if (ruling instanceof Ruling.Advance advance && !seen.move(advance)) {
      throw new IllegalStateException("the state of " + advance.origin() + " was changed");
    }
    return ruling;
  }

  private static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdown();
    try {
      held.release();
    } catch (IOException gone) {
      LOG.debug("the lock goes with the process: {}", gone.getMessage());
    }
    close(channel);
  }
}
