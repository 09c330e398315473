package dev.hufu.kernel.feature;

/** A condition over the fields of one event: the {@code where} of a feature, compiled. */
@FunctionalInterface
public interface RowTest {

  RowTest ALWAYS = row -> true;

  /** Whether it plainly holds; unknown and error count as not. */
  boolean holds(Row row);
}
