package dev.hufu.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyWitness;
import dev.hufu.tlog.policy.Quorum;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Goal: what is published has enough witnesses or an alarm beside it, and never gets shorter.
 * Method: two of three witnesses, a clock that the test moves, heads in every order.
 */
class PublicationTest {

  private static final String ORIGIN = "hufu.local/test/0";
  private static final List<Cosigner> WITNESSES =
      IntStream.range(0, 3).mapToObj(n -> Cosigner.ed25519("w" + n, seed(n + 1))).toList();

  private long nanos;

  private static byte[] seed(int fill) {
    byte[] seed = new byte[32];
    seed[0] = (byte) fill;
    return seed;
  }

  private static LogHead head(int size) {
    Hash root = new TreeHasher().leaf(new byte[] {(byte) size});
    String text = new Checkpoint(ORIGIN, size, root).text();
    String note = SignedNote.sign(text, List.of(Ed25519Signer.of(ORIGIN, seed(9)))).toString();
    return new LogHead(0, ORIGIN, size, root, Optional.of(note), Optional.of(Instant.EPOCH));
  }

  private static List<NoteSignature> lines(LogHead head, int witness) {
    SignedNote note =
        SignedNote.parse(head.checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8))
            .orThrow();
    return SignedNote.sign(note.text(), List.of(WITNESSES.get(witness).at(1))).signatures();
  }

  private Publication publication(boolean closed) {
    List<PolicyWitness> all =
        WITNESSES.stream()
            .map(one -> new PolicyWitness(one.key().name(), one.key(), Optional.empty()))
            .toList();
    List<Quorum> each = all.stream().<Quorum>map(Quorum.One::new).toList();
    Policy policy = new Policy(List.of(), all, new Quorum.Group("g", 2, each));
    return new Publication(
        LogPolicy.of(policy, closed, Duration.ofSeconds(5)).orThrow(), () -> nanos);
  }

  private static long size(Publication publication) {
    return publication.served().map(LogHead::size).orElse(-1L);
  }

  /** A stranger is told whom to believe, and is asked for no more than this checkpoint can show. */
  @Test
  void aBundleNamesTheWitnessesAndTheirQuorumWhereItIsMet() {
    List<PolicyWitness> all =
        WITNESSES.stream()
            .map(one -> new PolicyWitness(one.key().name(), one.key(), Optional.of("http://w/")))
            .toList();
    List<Quorum> each = all.stream().<Quorum>map(Quorum.One::new).toList();
    Policy configured = new Policy(List.of(), all, new Quorum.Group("g", 2, each));
    Ed25519Signer own = Ed25519Signer.of(ORIGIN, seed(9));
    List<NoteSignature> under = new java.util.ArrayList<>(lines(head(1), 0));
    assertThat(policy(own, under, configured).text())
        .contains("log " + own.key(), "witness w2 ")
        .doesNotContain("http:", "group")
        .endsWith("quorum none\n");
    under.addAll(lines(head(1), 2));
    Policy met = policy(own, under, configured);
    assertThat(met.text()).endsWith("group g 2 w0 w1 w2\nquorum g\n");
    assertThat(met.check(note(under)).problem()).isEmpty();
  }

  private static Policy policy(Ed25519Signer own, List<NoteSignature> under, Policy configured) {
    return BundleProofs.policy(List.of(own.key()), note(under), configured);
  }

  private static SignedNote note(List<NoteSignature> under) {
    String note = Publication.with(head(1), under).checkpoint().orElseThrow();
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  @Test
  void aCheckpointIsPublishedWhenEnoughCosignedIt() throws InterruptedException {
    Publication publication = publication(false);
    publication.offer(head(1));
    assertThat(size(publication)).isEqualTo(-1);
    publication.cosigned(head(1), lines(head(1), 0));
    publication.cosigned(head(1), lines(head(1), 0));
    assertThat(size(publication)).as("one witness twice is one").isEqualTo(-1);
    publication.offer(head(2));
    publication.cosigned(head(1), lines(head(1), 1));
    assertThat(size(publication)).isEqualTo(1);
    assertThat(publication.count(publication.served())).isEqualTo(2);
    assertThat(publication.await(Optional.of(head(1)), Duration.ZERO)).contains(head(2));
    publication.cosigned(head(1), lines(head(1), 2));
    assertThat(publication.count(publication.served())).as("a late line joins").isEqualTo(3);
    assertThat(publication.signed()).contains(head(1));
  }

  @Test
  void withoutWitnessesItGoesOnAfterTheWaitAndSaysSo() {
    Publication publication = publication(false);
    publication.offer(head(1));
    publication.offer(head(2));
    nanos = Duration.ofSeconds(4).toNanos();
    publication.tick();
    assertThat(size(publication)).isEqualTo(-1);
    nanos = Duration.ofSeconds(5).toNanos();
    publication.tick();
    assertThat(size(publication)).isEqualTo(2);
    assertThat(publication.alarm().map(Refusal::code)).contains(Code.LOG_NOT_WITNESSED);
    publication.offer(head(3));
    assertThat(size(publication)).as("no second wait").isEqualTo(3);
    publication.cosigned(head(2), lines(head(2), 0));
    publication.cosigned(head(2), lines(head(2), 1));
    assertThat(publication.alarm()).isEmpty();
    assertThat(size(publication)).as("never shorter").isEqualTo(3);
    publication.cosigned(head(3), lines(head(3), 2));
    publication.cosigned(head(3), lines(head(3), 1));
    assertThat(publication.count(publication.served())).isEqualTo(2);
  }

  @Test
  void aClosedPolicyPublishesNothingThatIsNotWitnessed() {
    Publication publication = publication(true);
    publication.offer(head(1));
    nanos = Duration.ofHours(1).toNanos();
    publication.tick();
    publication.offer(head(2));
    assertThat(size(publication)).isEqualTo(-1);
    assertThat(publication.alarm()).isPresent();
    publication.cosigned(head(2), lines(head(2), 0));
    publication.cosigned(head(2), lines(head(2), 1));
    assertThat(size(publication)).isEqualTo(2);
    assertThat(publication.alarm()).isEmpty();
  }
}
