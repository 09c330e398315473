package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: a sign-in link opens once, in its time, and its secret is not in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInBookTest {

  private Shelf shelf = new Shelf(SignInBookTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  @BeforeAll
  void ownerIsOne() {
    assertThat(shelf.signIns.getOwner(NOW.plusSeconds(9))).isEqualTo(shelf.owner);
  }

  @Test
  void opensOnce() {
    SignInBook.SignInLink link = shelf.signIns.create(shelf.owner, NOW);
    assertThat(shelf.signIns.consume(link.token(), NOW.plusSeconds(1)).orThrow())
        .isEqualTo(shelf.owner);
    assertThat(code(shelf.signIns.consume(link.token(), NOW.plusSeconds(2))))
        .isEqualTo(Code.LINK_USED);
  }

  @Test
  void lastMomentAndTheNext() {
    SignInBook.SignInLink link = shelf.signIns.create(shelf.owner, NOW);
    assertThat(link.expiresAt()).isEqualTo(Database.kept(NOW).plus(Limits.SIGN_IN_LINK_LIFE));
    assertThat(code(shelf.signIns.consume(link.token(), link.expiresAt())))
        .isEqualTo(Code.LINK_EXPIRED);
    assertThat(shelf.signIns.consume(link.token(), link.expiresAt().minusNanos(1000)).orThrow())
        .isEqualTo(shelf.owner);
  }

  @Test
  void wrongTokenIsUnknown() {
    assertThat(code(shelf.signIns.consume(new OneTimeToken("nonsense"), NOW)))
        .isEqualTo(Code.LINK_UNKNOWN);
  }

  @Test
  void aClockSetBackDoesNotBreakIt() {
    SignInBook.SignInLink link = shelf.signIns.create(shelf.owner, NOW);
    assertThat(shelf.signIns.consume(link.token(), NOW.minusSeconds(3600)).orThrow())
        .isEqualTo(shelf.owner);
  }

  @Test
  void ofManyAtOnceOneSignsIn() throws Exception {
    SignInBook.SignInLink link = shelf.signIns.create(shelf.owner, NOW);
    List<Outcome<PersonId>> results =
        Shelf.together(8, () -> shelf.signIns.consume(link.token(), NOW));
    assertThat(results.stream().filter(r -> r.findValue().isPresent())).hasSize(1);
    assertThat(results.stream().filter(r -> r.findRefusal().isPresent()).map(SignInBookTest::code))
        .containsOnly(Code.LINK_USED);
  }

  @Test
  void theSecretIsNowhere() {
    SignInBook.SignInLink link = shelf.signIns.create(shelf.owner, NOW);
    String plain = link.token().plain();
    assertThat(plain).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(link.toString()).doesNotContain(plain);
    String everything = shelf.database.dsl().fetch("select * from sign_in_link").formatCSV();
    assertThat(everything).doesNotContain(plain);
  }

  static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().map(Refusal::code).orElseThrow();
  }
}
