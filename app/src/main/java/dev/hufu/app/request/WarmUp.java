package dev.hufu.app.request;

import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.matter.Facts;
import java.time.Instant;

/**
 * Reads and decides one made-up story after the start, so that the first person does not wait for
 * patterns to be compiled and classes to be loaded. Keeps nothing. It runs beside the server on a
 * thread of low priority; a failure ends it and nothing else, for whoever asks next is told why.
 */
public final class WarmUp {

  static final String STORY = "在吗？\n遇到点急事儿，能不能给我借1000块钱？\n明天就还你";

  private WarmUp() {}

  /** Starts the thread and returns at once. */
  public static Thread begin(PackOfTheDay packs, Instant now) {
    return Thread.ofPlatform()
        .name("hufu-warm-up")
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .uncaughtExceptionHandler((thread, failed) -> {})
        .start(
            () -> {
              var _decided = decide(packs.at(now), now);
            });
  }

  static Outcome<RequestCheck.Checked> decide(ReadyPack pack, Instant now) {
    return RequestCheck.decide(pack, STORY, Facts.NONE, Facts.NONE, now);
  }
}
