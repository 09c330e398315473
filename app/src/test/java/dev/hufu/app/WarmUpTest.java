package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Goal: what warms the server up does so beside it, and cannot break it. */
class WarmUpTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void asksForThePackOfTheDayBesideTheCaller() throws Exception {
    PackShelf shelf = PackShelf.toDecide(PackHome.of(Map.of()), head -> true).orThrow();
    CompletableFuture<Thread> asked = new CompletableFuture<>();
    Thread beside =
        WarmUp.begin(
            at -> {
              asked.complete(Thread.currentThread());
              return shelf.newest("cn", "request", at).orThrow();
            },
            NOW);
    assertThat(beside.join(Duration.ofSeconds(60))).isTrue();
    assertThat(asked.getNow(Thread.currentThread())).isSameAs(beside);
    assertThat(beside.isDaemon()).isTrue();
    assertThat(beside.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
  }

  @Test
  void aPackThatCannotBeHadEndsItQuietly() throws Exception {
    Thread beside =
        WarmUp.begin(
            at -> {
              throw new IllegalStateException("no pack");
            },
            NOW);
    assertThat(beside.join(Duration.ofSeconds(10))).isTrue();
  }
}
