package dev.hufu.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: both usual ways to write a database address are read, and no password is ever printed. */
class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "postgres://hufu:p%40ss+1@db.example:5433/money,"
        + "jdbc:postgresql://db.example:5433/money,hufu,p@ss+1",
    "postgresql://hufu@db.example/money,jdbc:postgresql://db.example/money,hufu,''",
    "jdbc:postgresql://db.example/money?user=u&password=p&ssl=true,"
        + "jdbc:postgresql://db.example/money?ssl=true,u,p",
    "jdbc:postgresql://db.example/money,jdbc:postgresql://db.example/money,'',''",
  })
  void reads(String text, String url, String user, String password) {
    assertThat(DatabaseAddress.parse(text).orThrow())
        .isEqualTo(new DatabaseAddress(url, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://root:hush@x/y",
        "postgres://u:hush@/y",
        "postgres://u:hush@host",
        "postgres://u:hush@ho st/db",
        "jdbc:postgresql://host?password=hush"
      })
  void refusesWithoutRepeatingThePassword(String text) {
    var refused = DatabaseAddress.parse(text);
    assertThat(refused.findRefusal().map(Refusal::code)).contains(Code.DATABASE_ADDRESS_BROKEN);
    assertThat(refused.toString()).doesNotContain("hush");
  }

  @Test
  void doesNotPrintThePassword() {
    DatabaseAddress address = DatabaseAddress.parse("postgres://u:hush@h/db?ssl=true").orThrow();
    assertThat(address.toString()).doesNotContain("hush");
    assertThat(address.withDatabase("other").jdbcUrl())
        .isEqualTo("jdbc:postgresql://h/other?ssl=true");
  }

  @Test
  void theOwnerOfTheTablesMayBeAnotherRole() {
    DatabaseAddress both =
        DatabaseAddress.parse("postgres://app:one@h/db", "postgres://boss:two@h/db").orThrow();
    assertThat(both.user()).isEqualTo("boss");
    assertThat(both.daily()).contains(new DatabaseAddress.Login("app", "one"));
    assertThat(both.withDatabase("x").daily()).isEqualTo(both.daily());
    assertThat(both.toString() + both.daily()).contains("app").doesNotContain("one", "two");
    assertThat(DatabaseAddress.parse("postgres://app:one@h/db", " ").orThrow().daily()).isEmpty();
  }
}
