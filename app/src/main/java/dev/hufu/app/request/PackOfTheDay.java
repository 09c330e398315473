package dev.hufu.app.request;

import dev.hufu.app.request.PackShelf.ReadyPack;
import java.time.Instant;

/** The pack by which this installation decides a request at a moment. */
@FunctionalInterface
public interface PackOfTheDay {

  ReadyPack at(Instant moment);
}
