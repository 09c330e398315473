package dev.hufu.kernel.matter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of a matter, at most one of a name, in the order of names. Immutable.
 *
 * <p>Example: {@code Facts.of(amount, accountAge).find("request.amount")}.
 */
public final class Facts {

  public static final Facts NONE = new Facts(new TreeMap<>());

  private final TreeMap<String, Fact> byName;

  private Facts(TreeMap<String, Fact> byName) {
    this.byName = byName;
  }

  /** A later fact of the same name replaces an earlier one. */
  public static Facts of(Collection<Fact> facts) {
    TreeMap<String, Fact> byName = new TreeMap<>();
    facts.forEach(fact -> byName.put(fact.name(), fact));
    return new Facts(byName);
  }

  public static Facts of(Fact... facts) {
    return of(List.of(facts));
  }

  public Facts with(Fact fact) {
    TreeMap<String, Fact> changed = new TreeMap<>(byName);
    changed.put(fact.name(), fact);
    return new Facts(changed);
  }

  /** These facts, and those of {@code weaker} whose names are not among them. */
  public Facts over(Facts weaker) {
    TreeMap<String, Fact> all = new TreeMap<>(weaker.byName);
    all.putAll(byName);
    return new Facts(all);
  }

  public Facts without(String name) {
    TreeMap<String, Fact> changed = new TreeMap<>(byName);
    changed.remove(name);
    return new Facts(changed);
  }

  public Optional<Fact> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<FactValue> findValue(String name) {
    return find(name).map(Fact::value);
  }

  public List<Fact> list() {
    return List.copyOf(byName.values());
  }

  public SortedMap<String, Fact> byName() {
    return java.util.Collections.unmodifiableSortedMap(byName);
  }

  public int size() {
    return byName.size();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Facts facts && facts.byName.equals(byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  /** Names only: values may be personal. */
  @Override
  public String toString() {
    return "Facts" + byName.keySet();
  }
}
