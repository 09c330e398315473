package dev.hufu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.server.DatabaseAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * A pool of connections to a PostgreSQL whose tables fit this Hufu.
 *
 * <p>Example: {@code Database.open(server.address())} for the embedded server, or {@code
 * DatabaseAddress.parse(System.getenv("HUFU_DATABASE_URL")).then(Database::open)}. Opening applies
 * the migrations as the owner of the tables; the pool is of the role of every day, if there is one.
 * Refused with {@link Code#DATABASE_UNREACHABLE}, or with {@link Code#DATABASE_SCHEMA_FOREIGN} if
 * the tables were written by a newer Hufu or changed by hand.
 */
public final class Database implements AutoCloseable {

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
  private static final int CONNECTIONS_IDLE = 2;

  private final HikariDataSource pool;
  private final DSLContext dsl;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.dsl = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  /** Connects, migrates, and is ready. */
  public static Outcome<Database> open(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("hufu");
    config.setJdbcUrl(address.jdbcUrl());
    DatabaseAddress.Login login =
        address
            .daily()
            .orElseGet(() -> new DatabaseAddress.Login(address.user(), address.password()));
    if (!login.user().isEmpty()) {
      config.setUsername(login.user());
      config.setPassword(login.password());
    }
    config.setMaximumPoolSize(Limits.DATABASE_CONNECTIONS_MAX);
    config.setMinimumIdle(CONNECTIONS_IDLE);
    config.setConnectionTimeout(CONNECT_MAX.toMillis());
    config.addDataSourceProperty("ApplicationName", "hufu");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException unreachable) {
      return Outcome.refused(Code.DATABASE_UNREACHABLE, address.jdbcUrl());
    }
    try {
      FluentConfiguration migrations = Flyway.configure();
      // Tables belong to their owner, who is here for a moment and then gone.
      if (address.daily().isPresent()) {
        migrations.dataSource(address.jdbcUrl(), address.user(), address.password());
      } else {
        migrations.dataSource(pool);
      }
      migrations
          .locations("classpath:db/migration", "classpath:db/rights")
          .placeholders(
              Map.of("daily", address.daily().map(DatabaseAddress.Login::user).orElse("")))
          // By default a schema from the future would pass; it must not be written to.
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
      return Outcome.of(new Database(pool));
    } catch (FlywayException foreign) {
      pool.close();
      return Outcome.refused(Code.DATABASE_SCHEMA_FOREIGN, firstLine(foreign));
    }
  }

  private static String firstLine(FlywayException foreign) {
    return String.valueOf(foreign.getMessage()).lines().findFirst().orElse("?");
  }

  /** For what brings its own SQL, such as the sessions of the web room. */
  public DataSource dataSource() {
    return pool;
  }

  DSLContext dsl() {
    return dsl;
  }

  /**
   * Everything the work does becomes visible at once and durable before this returns, or nothing.
   */
  <T> T transaction(Function<DSLContext, T> work) {
    return dsl.transactionResult(inside -> work.apply(inside.dsl()));
  }

  /** PostgreSQL keeps microseconds; what is handed out equals what is read back later. */
  static Instant kept(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The later of two: a clock set back must not put an event before its cause. */
  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  @Override
  public void close() {
    pool.close();
  }
}
