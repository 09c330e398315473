package dev.hufu.app.custody;

import dev.hufu.evidence.bundle.BundleContents;
import dev.hufu.evidence.bundle.BundleItem;
import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofBuilder;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyLog;
import dev.hufu.tlog.policy.PolicyWitness;
import dev.hufu.tlog.policy.Quorum;
import dev.hufu.tlog.proof.LogProof;
import dev.hufu.tlog.tile.TileNodes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Proofs of several entries, all under one checkpoint an epoch, so that it is signed, witnessed and
 * dated once. Taken is the oldest checkpoint that covers them and that an authority for time or a
 * witness has seen; if there is none, the latest.
 */
final class BundleProofs {

  private final LogBook log;
  private final LogKeys keys;
  private final Policy witnesses;
  private final Supplier<Optional<LogHead>> published;

  /**
   * Proofs out of a log.
   *
   * @param witnesses whom this installation asks, which a bundle names
   */
  BundleProofs(LogBook log, LogKeys keys, Policy witnesses, Supplier<Optional<LogHead>> published) {
    this.log = log;
    this.keys = keys;
    this.witnesses = witnesses;
    this.published = published;
  }

  /** What goes into a bundle of the log. */
  record Proven(
      Map<Hash, BundleItem.Logged> byLeaf,
      List<BundleContents.Log> logs,
      List<BundleContents.Time> times) {

    Optional<BundleItem.Logged> find(LogBook.Entry entry) {
      return Optional.ofNullable(byLeaf.get(entry.leafHash()));
    }
  }

  /** A checkpoint to prove against. */
  private record Under(int epoch, String origin, long size, SignedNote note) {}

  /** Proofs of those entries that a published checkpoint covers; the others wait. */
  Outcome<Proven> of(List<LogBook.Entry> entries) {
    Proven proven = new Proven(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    Map<Integer, List<LogBook.Entry>> epochs = new TreeMap<>();
    entries.forEach(
        entry -> epochs.computeIfAbsent(entry.epoch(), _ -> new ArrayList<>()).add(entry));
    Optional<LogHead> head = published.get();
    for (Map.Entry<Integer, List<LogBook.Entry>> epoch : epochs.entrySet()) {
      Optional<LogHead> signed =
          log.epochs().stream()
              .filter(one -> one.epoch() == epoch.getKey())
              .filter(one -> head.isPresent() && one.epoch() <= head.get().epoch())
              .map(one -> one.epoch() == head.orElseThrow().epoch() ? head.get() : one)
              .filter(one -> one.checkpoint().isPresent())
              .findFirst();
      if (signed.isPresent()) {
        Checked<Boolean> added = add(proven, signed.get(), epoch.getValue());
        if (added.problem().isPresent()) {
          return Outcome.refused(Code.LOG_FORKED, added.problem().get().toString());
        }
      }
    }
    return Outcome.of(proven);
  }

  private Checked<Boolean> add(Proven proven, LogHead head, List<LogBook.Entry> entries) {
    List<LogBook.Entry> covered =
        entries.stream().filter(entry -> entry.index() < head.size()).toList();
    if (covered.isEmpty()) {
      return Checked.sound(false);
    }
    long needed = covered.stream().mapToLong(LogBook.Entry::index).max().orElseThrow() + 1;
    Optional<LogBook.Relied> relied =
        log.relied(head.epoch(), needed).filter(seen -> seen.size() <= head.size());
    String note =
        relied
            .map(seen -> seen.note() + String.join("", seen.cosignatures()))
            .orElseGet(() -> head.checkpoint().orElseThrow());
    long size = relied.map(LogBook.Relied::size).orElse(head.size());
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))
        .then(
            signed -> {
              Under under = new Under(head.epoch(), head.origin(), size, signed);
              for (LogBook.Entry entry : covered) {
                Checked<LogProof> proof = prove(entry, under);
                if (proof instanceof Checked.Flawed<LogProof>(var flaw)) {
                  return new Checked.Flawed<>(flaw);
                }
                proven
                    .byLeaf()
                    .put(
                        entry.leafHash(),
                        new BundleItem.Logged(
                            Octets.of(entry.leaf().getBytes(StandardCharsets.UTF_8)),
                            proof.orThrow()));
              }
              List<NoteKey> own = keys.publicKeys(under.origin());
              proven.logs().add(checkpoint(under, own));
              relied.ifPresent(
                  seen ->
                      seen.tokens()
                          .forEach(
                              token ->
                                  proven.times().add(new BundleContents.Time(seen.note(), token))));
              return Checked.sound(true);
            });
  }

  private Checked<LogProof> prove(LogBook.Entry entry, Under under) {
    TileNodes nodes = new TileNodes(under.size(), id -> log.tile(under.epoch(), id));
    return new ProofBuilder(nodes)
        .inclusion(entry.index(), under.size())
        .then(path -> Checked.sound(LogProof.of(entry.index(), path, under.note())));
  }

  private BundleContents.Log checkpoint(Under under, List<NoteKey> own) {
    return new BundleContents.Log(
        under.epoch(), under.note(), own.getFirst(), policy(own, under.note(), witnesses).text());
  }

  /**
   * Whom to believe, for a stranger: the log's keys, the witnesses, and their quorum where this
   * checkpoint meets it. One that is older than the witnesses, or that they could not sign, asks
   * for none and says so.
   */
  static Policy policy(List<NoteKey> own, SignedNote note, Policy witnesses) {
    boolean met = witnesses.quorum().met(key -> note.signatures().stream().anyMatch(key::signed));
    return new Policy(
        own.stream().map(key -> new PolicyLog(key, Optional.empty())).toList(),
        witnesses.witnesses().stream()
            .map(one -> new PolicyWitness(one.name(), one.key(), Optional.empty()))
            .toList(),
        met ? witnesses.quorum() : new Quorum.None());
  }
}
