package dev.hufu.app.request;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackHead;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The packs of this installation, each with what it takes to decide with it. What is live is one
 * {@link PackSnapshot}, swapped at once when a version is published; work that was begun inside
 * {@link #during} sees the one it began with to its end.
 *
 * <p>Example: {@code PackShelf.ofFolder(packs).find("cn", "request", at)}. Thread-safe.
 */
public final class PackShelf {

  private final AtomicReference<PackSnapshot> live;
  private final ScopedValue<PackSnapshot> begunWith = ScopedValue.newInstance();

  /** A pack with its decider and its reader of chats. */
  public record ReadyPack(Pack pack, Decider decider, ChatReader reader) {}

  private PackShelf(PackLibrary library) {
    live = new AtomicReference<>(new PackSnapshot(library));
  }

  /** Loads the folder {@code packs}; broken packs are in {@link #library()}'s problems. */
  public static Outcome<PackShelf> ofFolder(Path packs) {
    return of(packs, PackLibrary::ofFolder);
  }

  /** Loads only the packs that are wanted and what they need, without their tests. */
  public static Outcome<PackShelf> toDecide(Path packs, Predicate<PackHead> wanted) {
    return of(packs, folder -> PackLibrary.toDecide(folder, wanted));
  }

  private static Outcome<PackShelf> of(Path packs, Function<Path, PackLibrary> load) {
    return Files.isDirectory(packs)
        ? Outcome.of(new PackShelf(load.apply(packs)))
        : Outcome.refused(Code.PACK_NOT_FOUND, packs.toString());
  }

  /** What this thread works with: the snapshot its work began with, else what is live. */
  public PackSnapshot now() {
    return begunWith.orElse(live.get());
  }

  /** Does one piece of work, such as a request, on one snapshot from start to end. */
  public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(begunWith, now()).call(work);
  }

  /** Makes a pack ready to decide, without making it live. */
  public static Outcome<ReadyPack> prepare(Pack pack) {
    return PackSnapshot.prepare(pack);
  }

  /** Puts a pack in place of its earlier version, for all work that begins from now on. */
  public void publish(ReadyPack pack) {
    UnaryOperator<PackSnapshot> swap = snapshot -> snapshot.with(pack);
    live.updateAndGet(swap);
  }

  /** Puts a pack over events in place of its earlier version. */
  public void publish(EventProgram program) {
    UnaryOperator<PackSnapshot> swap = snapshot -> snapshot.with(program);
    live.updateAndGet(swap);
  }

  /** As {@link PackSnapshot#program} of what is live. */
  public Outcome<EventProgram> program(String id) {
    return now().program(id);
  }

  public PackLibrary library() {
    return now().library();
  }

  /** As {@link PackSnapshot#find(String, String, Instant)} of what is live. */
  public Outcome<ReadyPack> find(String jurisdiction, String matter, Instant at) {
    return now().find(jurisdiction, matter, at);
  }

  /** As {@link PackSnapshot#newest} of what is live. */
  public Outcome<ReadyPack> newest(String jurisdiction, String matter, Instant at) {
    return now().newest(jurisdiction, matter, at);
  }

  /** As {@link PackSnapshot#find(String)} of what is live. */
  public Outcome<ReadyPack> find(String id) {
    return now().find(id);
  }
}
