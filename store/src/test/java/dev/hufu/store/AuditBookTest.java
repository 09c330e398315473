package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.limit.Limits;
import org.junit.jupiter.api.Test;

/** Goal: the audit tells what was done, latest first, and takes no free text. */
class AuditBookTest {

  @Test
  void tellsTheLatestFirst() {
    try (Shelf shelf = new Shelf(AuditBookTest.class)) {
      shelf.audit.append(NOW, "cli", "doctor", "M-00000001");
      shelf.audit.append(NOW.plusSeconds(1), "cli", "export", "M-00000001");
      assertThat(shelf.audit.list("M-00000001", 1))
          .containsExactly(
              new AuditBook.Entry(
                  Database.kept(NOW).plusSeconds(1), "cli", "export", "M-00000001"));
      assertThat(shelf.audit.list("M-00000001", Limits.LIST_ROWS_MAX)).hasSize(2);
      assertThatThrownBy(() -> shelf.audit.list("M-00000001", Limits.LIST_ROWS_MAX + 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> shelf.audit.append(NOW, "cli", "Looked at 老王", "M-00000001"))
          .hasMessageContaining("audit_action_check");
      assertThatThrownBy(() -> new Access(Purpose.EXPORT, "x".repeat(81), NOW))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(new Access(Purpose.EXPORT, "x".repeat(80), NOW).actor()).hasSize(80);
    }
  }
}
