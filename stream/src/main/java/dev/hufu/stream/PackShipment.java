package dev.hufu.stream;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * A pack and those it needs as the texts of their files: how a pack travels to where the job runs.
 * It is compiled there, so that no compiled object has to fit two versions of Java or of Hufu.
 *
 * <p>Example: {@code PackShipment.ofFolder(Path.of("packs"), "cn/transfer").orThrow().program()}.
 */
public final class PackShipment implements Serializable {

  private static final long serialVersionUID = 1;

  private final String id;
  private final TreeMap<String, TreeMap<String, String>> texts;

  private PackShipment(String id, TreeMap<String, TreeMap<String, String>> texts) {
    this.id = id;
    this.texts = texts;
  }

  /**
   * Reads a pack over events and those it needs, and checks them before anything is sent.
   *
   * @param packs the folder of all packs
   * @return the shipment, or {@code PACK_NOT_FOUND}, {@code PACK_BROKEN}, or what {@link
   *     PackFiles#ofFolder} refuses
   */
  public static Outcome<PackShipment> ofFolder(Path packs, String id) {
    PackLibrary library = PackLibrary.toDecide(packs, head -> head.id().equals(id));
    TreeMap<String, TreeMap<String, String>> texts = new TreeMap<>();
    for (Pack pack : library.list()) {
      switch (PackFiles.ofFolder(packs.resolve(pack.ref().id()))) {
        case Outcome.Ok<PackFiles>(var files) ->
            texts.put(pack.ref().id(), new TreeMap<>(files.texts()));
        case Outcome.Refused<PackFiles>(var refusal) -> {
          return Outcome.refused(refusal);
        }
      }
    }
    if (library.problems().containsKey(id)) {
      return Outcome.refused(Code.PACK_BROKEN, library.problems().get(id).toString());
    }
    return library.find(id).filter(pack -> pack.events().isPresent()).isPresent()
        ? Outcome.of(new PackShipment(id, texts))
        : Outcome.refused(Code.PACK_NOT_FOUND, id);
  }

  /** The pack, read again from its texts; it has the same digest as the one that was sent. */
  Pack pack() {
    TreeMap<String, PackFiles> files = new TreeMap<>();
    texts.forEach((pack, own) -> files.put(pack, new PackFiles(own)));
    return PackLibrary.of(files).find(id).orElseThrow();
  }

  /** The pack, compiled. */
  public EventProgram program() {
    return new EventProgram(pack());
  }
}
