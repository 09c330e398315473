package dev.hufu.app.custody;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hufu.evidence.document.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody on the other end of HTTP who answers as a test tells. */
final class Stranger implements AutoCloseable {

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  final AtomicInteger asked = new AtomicInteger();

  /** What to say to a body. */
  interface Saying {
    Said to(byte[] body) throws IOException;
  }

  /**
   * An answer.
   *
   * @param status 0: nothing at all, for as long as the test lasts; -1: the line goes dead
   */
  record Said(int status, Octets body) {

    Said(int status, String text) {
      this(status, Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  Stranger(Saying saying) {
    try {
      http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    http.setExecutor(threads);
    http.createContext("/", exchange -> answer(exchange, saying));
    http.start();
  }

  private void answer(HttpExchange exchange, Saying saying) throws IOException {
    try (exchange) {
      asked.incrementAndGet();
      Said said = saying.to(exchange.getRequestBody().readAllBytes());
      if (said.status() < 0) {
        return;
      }
      if (said.status() == 0) {
        closed.await();
        return;
      }
      exchange.sendResponseHeaders(said.status(), said.body().length());
      exchange.getResponseBody().write(said.body().bytes());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  @Override
  public void close() {
    closed.countDown();
    http.stop(0);
    threads.close();
  }
}
