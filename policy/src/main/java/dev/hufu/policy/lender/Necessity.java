package dev.hufu.policy.lender;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.LenderPolicy.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked for beyond the pack's necessity list, gravest first.
 *
 * @param unknown what the list does not name; nothing is said about it
 */
public record Necessity(List<Item> beyond, List<String> unknown) {

  private static final Pattern CONTACTS =
      Pattern.compile("(_CONTACTS|NSContactsUsageDescription|通讯录|联系人)$");

  public Necessity {
    beyond = List.copyOf(beyond);
    unknown = List.copyOf(unknown);
  }

  /** One thing asked for: its name, what it takes in words, how grave that is. */
  public record Item(String name, Wording takes, Severity severity) {}

  /** Compares permissions of an app. */
  public static Necessity ofPermissions(List<String> asked, LenderPolicy policy) {
    List<Item> beyond = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : asked) {
      Optional<LenderPolicy.Permission> known = policy.findPermission(name);
      known.ifPresentOrElse(
          one -> beyond.add(new Item(name, one.takes(), one.severity())), () -> unknown.add(name));
    }
    return of(beyond, unknown);
  }

  /** Compares kinds of data. */
  public static Necessity ofData(List<String> asked, LenderPolicy policy) {
    List<Item> beyond = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : asked) {
      Optional<LenderPolicy.DataItem> known = policy.findData(id);
      known.ifPresentOrElse(
          one -> beyond.add(new Item(id, one.title(), one.severity())), () -> unknown.add(id));
    }
    return of(beyond, unknown);
  }

  private static Necessity of(List<Item> all, List<String> unknown) {
    return new Necessity(
        all.stream()
            .filter(item -> item.severity() != Severity.NECESSARY)
            .sorted(Comparator.comparing(Item::severity).reversed())
            .toList(),
        unknown);
  }

  /** How many are of the gravest kind. */
  long severe() {
    return beyond.stream().filter(item -> item.severity() == Severity.HIGH).count();
  }

  /** Whether the address book is among them. */
  boolean takesContacts() {
    return beyond.stream().anyMatch(item -> CONTACTS.matcher(item.name()).find());
  }

  /** In words, at most a line. */
  Optional<Wording> words() {
    return Listing.of(beyond.stream().map(Item::takes).distinct().toList(), words -> words);
  }

  static Optional<Wording> titles(List<String> ids, LenderPolicy policy) {
    return Listing.of(
        ids,
        id ->
            policy
                .findData(id)
                .map(LenderPolicy.DataItem::title)
                .orElseGet(() -> new Wording(id, id)));
  }
}
