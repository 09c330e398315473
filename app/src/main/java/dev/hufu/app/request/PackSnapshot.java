package dev.hufu.app.request;

import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.language.chat.LanguageChatReader;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packs that are live together at one moment. Immutable but for what it remembers; thread-safe.
 *
 * <p>Example: {@code shelf.now().find("cn", "request", at)}.
 */
public final class PackSnapshot {

  private final PackLibrary library;
  private final Map<Digest, ReadyPack> ready = new ConcurrentHashMap<>();
  private final Map<Digest, EventProgram> programs = new ConcurrentHashMap<>();

  PackSnapshot(PackLibrary library) {
    this.library = library;
  }

  /** The same with one pack in place of its earlier version; nothing of the earlier is kept. */
  PackSnapshot with(ReadyPack pack) {
    PackSnapshot next = without(pack.pack());
    next.ready.put(pack.pack().ref().digest(), pack);
    return next;
  }

  /** The same with one pack over events in place of its earlier version. */
  PackSnapshot with(EventProgram program) {
    PackSnapshot next = without(program.pack());
    next.programs.put(program.ref().digest(), program);
    return next;
  }

  private PackSnapshot without(Pack pack) {
    String id = pack.ref().id();
    PackSnapshot next = new PackSnapshot(library.with(pack));
    ready.values().stream()
        .filter(known -> !known.pack().ref().id().equals(id))
        .forEach(known -> next.ready.put(known.pack().ref().digest(), known));
    programs.values().stream()
        .filter(known -> !known.ref().id().equals(id))
        .forEach(known -> next.programs.put(known.ref().digest(), known));
    return next;
  }

  /** A pack over events by id, compiled once. */
  public Outcome<EventProgram> program(String id) {
    return library
        .find(id)
        .filter(pack -> pack.events().isPresent())
        .map(
            pack ->
                Outcome.of(
                    programs.computeIfAbsent(
                        pack.ref().digest(), _digest -> new EventProgram(pack))))
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, id));
  }

  /** How many packs are ready to decide; those of earlier snapshots are not among them. */
  public int remembered() {
    return ready.size();
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
    ReadyPack known = ready.get(pack.ref().digest());
    if (known != null) {
      return Outcome.of(known);
    }
    return prepare(pack)
        .map(
            made -> {
              ready.put(pack.ref().digest(), made);
              return made;
            });
  }

  static Outcome<ReadyPack> prepare(Pack pack) {
    return LanguageChatReader.of(pack.scripts(), pack.facts().values())
        .map(reader -> new ReadyPack(pack, new Decider(pack), reader));
  }
}
