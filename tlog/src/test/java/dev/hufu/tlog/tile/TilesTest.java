package dev.hufu.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.NaiveTree;
import dev.hufu.tlog.merkle.ProofBuilder;
import dev.hufu.tlog.merkle.ProofVerifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: paths, bytes and growth of tiles are those of tlog-tiles. Method: the specification's own
 * examples, and trees grown in uneven batches whose tiles must hold the naive tree's hashes.
 */
class TilesTest {

  @Test
  void theSpecificationsPaths() {
    assertThat(new TileId(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new BundleId(1_234_067, 255).path()).isEqualTo("tile/entries/x001/x234/067.p/255");
    assertThat(new BundleId(0, 256).path()).isEqualTo("tile/entries/000");
    assertThat(TilePath.parse("tile/1/000.p/17")).isEqualTo(Checked.sound(new TileId(1, 0, 17)));
    assertThat(TilePath.parse("tile/0/x999/999.p/1"))
        .isEqualTo(Checked.sound(new TileId(0, 999_999, 1)));
  }

  @Test
  void theSpecificationsTree() {
    assertThat(TileSpan.partial(70_000))
        .containsExactly(new TileId(0, 273, 112), new TileId(1, 1, 17), new TileId(2, 0, 1));
    assertThat(TileSpan.partial(256)).containsExactly(new TileId(1, 0, 1));
    assertThat(TileSpan.partial(0)).isEmpty();
    assertThat(TileSpan.grown(0, 70_000)).hasSize(273 + 1 + 2 + 1);
    assertThat(TileSpan.grown(0, 256)).containsExactly(new TileId(0, 0, 256), new TileId(1, 0, 1));
    assertThat(TileSpan.grown(300, 301)).containsExactly(new TileId(0, 1, 45));
    assertThat(TileSpan.grown(300, 300)).isEmpty();
    assertThat(TileSpan.grownBundles(256, 257)).containsExactly(new BundleId(1, 1));
    assertThat(TileSpan.grownBundles(255, 257))
        .containsExactly(new BundleId(0, 256), new BundleId(1, 1));
    assertThat(TileSpan.grownBundles(5, 5)).isEmpty();
    assertThatThrownBy(() -> TileSpan.grown(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000/000",
        "tile/0/x001",
        "tile/0/001/000",
        "tile/0/x01/000",
        "tile/00/000",
        "tile/+1/000",
        "tile/-1/000",
        "tile/64/000",
        "tile/8/000.p/1",
        "tile/7/000",
        "tile/7/000.p/128",
        "tile/7/001.p/1",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p/1/",
        "tile/0/000.p",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/000.p/1.p/1",
        "tile/entries/x000/001",
        "tile/Entries/000",
        "tile/0/x001/x234/067\n",
        "tile/0/\u0660\u0660\u0660",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x000/x000/x000/x000/x000/000",
        "tile/../000"
      })
  void otherPathsAreRefused(String path) {
    assertThat(TilePath.parse(path).problem()).map(Flaw::reason).contains(Reason.BAD_TILE_PATH);
  }

  @Test
  void theLastTileOfAllIsRead() {
    TileId last = new TileId(0, Long.MAX_VALUE / 256, 255);
    assertThat(TilePath.parse(last.path())).isEqualTo(Checked.sound(last));
    assertThatThrownBy(() -> new TileId(0, Long.MAX_VALUE / 256, 256))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bundlesHoldEntriesOfEveryLength() {
    byte[] longest = new byte[TlogLimits.LEAF_BYTES_MAX];
    Arrays.fill(longest, (byte) 7);
    List<byte[]> entries = List.of(new byte[] {'a'}, new byte[0], longest);
    byte[] bundle = EntryBundle.encode(entries);
    assertThat(Arrays.copyOf(bundle, 7)).containsExactly(0, 1, 'a', 0, 0, 0xFF, 0xFF);
    assertThat(EntryBundle.decode(bundle, 3).orThrow())
        .usingElementComparator(Arrays::compare)
        .isEqualTo(entries);
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[longest.length + 1])))
        .isInstanceOf(IllegalArgumentException.class);
    for (int width : new int[] {2, 4}) {
      assertThat(EntryBundle.decode(bundle, width).problem())
          .map(Flaw::reason)
          .contains(Reason.BAD_TILE);
    }
    assertThat(EntryBundle.decode(Arrays.copyOf(bundle, bundle.length - 1), 3).problem())
        .contains(new Flaw(Reason.BAD_TILE, "entry 3"));
    assertThat(EntryBundle.decode(new byte[] {0}, 1).problem())
        .contains(new Flaw(Reason.BAD_TILE, "entry 1"));
  }

  @Test
  void aTreeGrownInBatchesWritesTheTilesItShould() {
    int size = 66_000;
    NaiveTree naive = NaiveTree.numbered(size);
    Map<TileId, byte[]> store = new HashMap<>();
    GrowingTiles tree = new GrowingTiles();
    int grown = 0;
    for (int batch : new int[] {1, 254, 1, 1, 0, 255, 256, 1_000, 63_767, 1, 464}) {
      for (int i = 0; i < batch; i++) {
        tree.append(naive.leaf(grown + i));
      }
      GrowingTiles.Growth growth = tree.cut();
      assertThat(growth.tiles())
          .extracting(Tile::id)
          .containsExactlyInAnyOrderElementsOf(TileSpan.grown(grown, grown + batch));
      grown += batch;
      growth.tiles().forEach(tile -> store.put(tile.id(), tile.bytes()));
      assertThat(growth.size()).isEqualTo(grown);
      assertThat(growth.root()).isEqualTo(naive.root(grown));
      tree = GrowingTiles.at(grown, id -> Optional.ofNullable(store.get(id))).orThrow();
      assertThat(tree.root()).isEqualTo(naive.root(grown));
    }
    assertThat(grown).isEqualTo(size);
    store.forEach(
        (id, bytes) -> {
          long node = id.index() * 256 + id.width() - 1;
          assertThat(Hash.at(bytes, (id.width() - 1) * Hash.BYTES))
              .isEqualTo(naive.node(id.level() * 8, node).orElseThrow());
        });
  }

  @Test
  void proofsFromTilesHoldAndMissingTilesAreTold() {
    int size = 700;
    NaiveTree naive = NaiveTree.numbered(size);
    GrowingTiles tree = new GrowingTiles();
    Map<TileId, byte[]> store = new HashMap<>();
    for (int i = 0; i < size; i++) {
      tree.append(naive.leaf(i));
    }
    tree.cut().tiles().forEach(tile -> store.put(tile.id(), tile.bytes()));
    Set<TileId> asked = new HashSet<>();
    ProofBuilder proofs =
        new ProofBuilder(
            new TileNodes(
                size,
                id -> {
                  asked.add(id);
                  return Optional.ofNullable(store.get(id));
                }));
    for (int index : new int[] {0, 255, 256, 511, 512, 699}) {
      List<Hash> path = proofs.inclusion(index, size).orThrow();
      assertThat(path).isEqualTo(naive.path(index, size));
      assertThat(
              new ProofVerifier().inclusion(naive.leaf(index), index, size, path, naive.root(size)))
          .isEmpty();
    }
    for (int old : new int[] {1, 256, 257, 600, 699}) {
      assertThat(proofs.consistency(old, size).orThrow()).isEqualTo(naive.proof(old, size));
    }
    assertThat(asked).isSubsetOf(TileSpan.grown(0, size));
    for (Map.Entry<TileId, byte[]> tile : Map.copyOf(store).entrySet()) {
      TileId id = tile.getKey();
      store.remove(id);
      assertThat(first(size, store, id)).isEmpty();
      store.put(id, Arrays.copyOf(tile.getValue(), tile.getValue().length - 1));
      assertThat(first(size, store, id)).isEmpty();
      store.put(id, tile.getValue());
      assertThat(first(size, store, id)).isPresent();
    }
  }

  private static Optional<Hash> first(int size, Map<TileId, byte[]> store, TileId id) {
    return new TileNodes(size, other -> Optional.ofNullable(store.get(other)))
        .node(id.level() * 8, id.index() * 256);
  }

  @Test
  void aFullTileServesForAPartialOneThatIsGone() {
    NaiveTree naive = NaiveTree.numbered(256);
    GrowingTiles tree = new GrowingTiles();
    for (int i = 0; i < 256; i++) {
      tree.append(naive.leaf(i));
    }
    byte[] full = tree.cut().tiles().getFirst().bytes();
    TileNodes nodes = new TileNodes(100, id -> id.full() ? Optional.of(full) : Optional.empty());
    assertThat(new ProofBuilder(nodes).root(100).orThrow()).isEqualTo(naive.root(100));
    assertThat(nodes.node(0, 100)).isEmpty();
  }
}
