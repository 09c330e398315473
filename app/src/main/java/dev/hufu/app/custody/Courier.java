package dev.hufu.app.custody;

import dev.hufu.evidence.document.Octets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries bytes to a witness or a time authority and brings the answer back, within a time and a
 * length, whatever the other side does. Follows no redirect: who is trusted is written in a file.
 */
final class Courier implements AutoCloseable {

  /** From the first byte sent to the last byte read. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client;
  private final Duration patience;

  Courier(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** What came back. */
  record Reply(int status, Octets body) {}

  /** An address that may be asked: HTTP or HTTPS with a host, nothing else. */
  static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  Reply post(URI to, String contentType, byte[] body, int answerBytesMax)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), answerBytesMax));
    try {
      HttpResponse<byte[]> got = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(got.statusCode(), Octets.of(got.body()));
    } catch (TimeoutException stalled) {
      throw new IOException("no answer within " + patience.toMillis() + " ms", stalled);
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause()), failed);
    } finally {
      var _late = answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
