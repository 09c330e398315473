package dev.hufu.app.request;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.language.chat.LanguageChatReader;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.load.PackHead;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The packs of this installation, loaded once, each with what it takes to decide with it.
 *
 * <p>Example: {@code PackShelf.ofFolder(packs).find("cn", "request", at)}. Immutable but for what
 * it remembers; thread-safe.
 */
public final class PackShelf {

  private final PackLibrary library;
  private final Map<String, ReadyPack> ready = new ConcurrentHashMap<>();

  /** A pack with its decider and its reader of chats. */
  public record ReadyPack(Pack pack, Decider decider, ChatReader reader) {}

  private PackShelf(PackLibrary library) {
    this.library = library;
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

  public PackLibrary library() {
    return library;
  }

  /**
   * The pack of a jurisdiction for a moment; where none covers the moment, {@link
   * Code#TIME_BEFORE_RULES} or {@link Code#PACK_NOT_FOUND}.
   */
  public Outcome<ReadyPack> find(String jurisdiction, String matter, Instant at) {
    Optional<Pack> pack = library.find(jurisdiction, matter, at);
    if (pack.isPresent()) {
      return ready(pack.get());
    }
    boolean other =
        library.list().stream()
            .anyMatch(p -> p.jurisdiction().equals(jurisdiction) && p.matter().equals(matter));
    String id = jurisdiction + "/" + matter;
    return other
        ? Outcome.refused(Code.TIME_BEFORE_RULES, at.toString())
        : broken(id).orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, id));
  }

  /** A pack that is there and cannot be used is told apart from one that is not there. */
  private Optional<Outcome<ReadyPack>> broken(String id) {
    return Optional.ofNullable(library.problems().get(id)).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(problem -> Outcome.refused(Code.PACK_BROKEN, problem.toString()));
  }

  /**
   * Like {@link #find(String, String, Instant)}, but past the end of every pack the newest: it then
   * decides {@code unknown} and says so, and what was decided before can still be read.
   */
  public Outcome<ReadyPack> newest(String jurisdiction, String matter, Instant at) {
    Outcome<ReadyPack> covering = find(jurisdiction, matter, at);
    if (covering.findValue().isPresent()) {
      return covering;
    }
    return library.list().stream()
        .filter(p -> p.jurisdiction().equals(jurisdiction) && p.matter().equals(matter))
        .max(Comparator.comparing(Pack::validFrom))
        .map(this::ready)
        .orElse(covering);
  }

  /** A pack by id, {@code cn/request}; law packs decide nothing and are not found here. */
  public Outcome<ReadyPack> find(String id) {
    return library
        .find(id)
        .filter(pack -> pack.matrix().isPresent())
        .map(this::ready)
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, id));
  }

  private Outcome<ReadyPack> ready(Pack pack) {
    ReadyPack known = ready.get(pack.ref().digest().hex());
    if (known != null) {
      return Outcome.of(known);
    }
    return LanguageChatReader.of(pack.scripts(), pack.facts().values())
        .map(
            reader -> {
              ReadyPack made = new ReadyPack(pack, new Decider(pack), reader);
              ready.put(pack.ref().digest().hex(), made);
              return made;
            });
  }
}
