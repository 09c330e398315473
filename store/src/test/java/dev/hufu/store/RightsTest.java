package dev.hufu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: what the program works with day by day cannot change what is only added to, whatever SQL it
 * is brought to send. Method: the role's own connections, the catalogue of rights, real PostgreSQL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

  /**
   * Tables of which whole rows may go or change; all else is added to, or changed by the column.
   */
  private static final Set<String> CHANGEABLE =
      Set.of(
          "person",
          "sign_in_link",
          "spring_session",
          "spring_session_attributes",
          "matter",
          "friend_link",
          "cooling_off",
          "iou",
          "iou_signer",
          "pack_version",
          "pack_file",
          "shadow_tally",
          "log_lease",
          "subject_key",
          "log_document");

  private final Shelf shelf = new Shelf(RightsTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  private List<String> column(String query) {
    return shelf.database.dsl().fetch(query).getValues(0, String.class);
  }

  private void denied(String statement) {
    assertThatThrownBy(() -> shelf.sqlOfEveryDay(statement))
        .as(statement)
        .isInstanceOf(SQLException.class)
        .extracting(refused -> ((SQLException) refused).getSQLState())
        .isEqualTo("42501");
  }

  @Test
  void theRoleOwnsNothingAndIsNobodySpecial() throws SQLException {
    assertThat(column("select current_user::text")).containsExactly("hufu_app");
    assertThat(
            column(
                "select rolname::text from pg_roles where rolname = current_user and (rolsuper or"
                    + " rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)"))
        .isEmpty();
    assertThat(
            column(
                "select relname::text from pg_class where pg_get_userbyid(relowner) ="
                    + " current_user"))
        .isEmpty();
    assertThat(column("select 1::text from pg_auth_members where member = current_user::regrole"))
        .isEmpty();
    denied("create table mine (a int)");
    denied("set role hufu");
  }

  @Test
  void noTableCanBeEmptiedAndOnlyNamedOnesLoseRowsOrChange() {
    assertThat(granted("truncate")).isEmpty();
    assertThat(granted("delete")).isSubsetOf(CHANGEABLE);
    assertThat(granted("update")).isSubsetOf(CHANGEABLE);
    assertThat(column("select tablename::text from pg_tables where schemaname = 'public'"))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            table -> {
              denied("truncate " + table);
              denied("alter table " + table + " disable trigger all");
              denied("drop table " + table);
            });
  }

  private Set<String> granted(String right) {
    return new TreeSet<>(
        column(
            "select relname::text from pg_class where relkind = 'r'"
                + " and relnamespace = 'public'::regnamespace"
                + " and has_table_privilege(current_user, oid, '"
                + right
                + "')"));
  }

  @Test
  void whatIsOnlyAddedToIsNeitherChangedNorRemoved() {
    for (String table :
        List.of(
            "evidence_pending",
            "log_entry",
            "log_epoch",
            "log_tile",
            "log_checkpoint",
            "log_cosignature",
            "log_timestamp",
            "decision",
            "matter_document",
            "loan_entry",
            "case_entry",
            "audit",
            "deed",
            "erasure",
            "legal_hold",
            "legal_hold_lift",
            "matter_seal",
            "pack_history",
            "flyway_schema_history")) {
      denied("delete from " + table);
      String second =
          column(
                  "select column_name::text from information_schema.columns where table_name = '"
                      + table
                      + "' and ordinal_position = 2")
              .getFirst();
      denied("update " + table + " set " + second + " = " + second);
    }
    denied("insert into flyway_schema_history (installed_rank) values (99)");
    denied("update decision set verdict = 'green'");
    denied("create or replace function refuse_change() returns trigger language sql as 'select 1'");
  }
}
