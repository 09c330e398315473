package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;

/**
 * The packs whose feature plans give the numbers, in their folder.
 *
 * @param folder with a folder for each pack, by its id
 */
public record FraudPacks(Path folder) {

  /** The pack of an id; {@code PACK_NOT_FOUND} or {@code PACK_BROKEN} where there is none. */
  Outcome<Pack> find(String id) {
    PackLibrary library = PackLibrary.toDecide(folder, head -> head.id().equals(id));
    return library.list().stream()
        .filter(pack -> pack.ref().id().equals(id))
        .findFirst()
        .map(Outcome::of)
        .orElseGet(
            () ->
                library.problems().isEmpty()
                    ? Outcome.refused(Code.PACK_NOT_FOUND, id)
                    : Outcome.refused(
                        Code.PACK_BROKEN,
                        String.valueOf(library.problems().values().iterator().next())));
  }
}
