package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a pack over lenders says beyond its rules: which data a loan needs, how contacts of a
 * collector are counted, when prices are compared, what to do, whom to complain to and with which
 * words.
 *
 * @param words labels of tables, such as {@code interest}
 * @param cap the entry of the cap on private loans by the day of the contract, if there is one
 * @param data the necessity list
 * @param steps what to do now, in order
 */
public record LenderPolicy(
    Map<String, Wording> words,
    Optional<String> cap,
    List<DataItem> data,
    List<Permission> permissions,
    Collecting collecting,
    Dispersion dispersion,
    List<Step> steps,
    List<Authority> authorities,
    List<Draft> drafts,
    List<LenderTest> tests) {

  public LenderPolicy {
    words = Map.copyOf(words);
    data = List.copyOf(data);
    permissions = List.copyOf(permissions);
    steps = List.copyOf(steps);
    authorities = List.copyOf(authorities);
    drafts = List.copyOf(drafts);
    tests = List.copyOf(tests);
  }

  /** The label of that name; a pack that was read has every one that is asked for. */
  public Wording word(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  public Optional<DataItem> findData(String id) {
    return data.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** The permission of that name, or of one of its other names. */
  public Optional<Permission> findPermission(String name) {
    return permissions.stream()
        .filter(one -> one.name().equals(name) || one.also().contains(name))
        .findFirst();
  }

  /** How much it takes from a person. */
  public enum Severity {
    NECESSARY,
    LOW,
    MEDIUM,
    HIGH
  }

  /**
   * A kind of personal data.
   *
   * @param after what to do once it was given
   */
  public record DataItem(
      String id, Wording title, Severity severity, Optional<Wording> after, Source source) {}

  /**
   * A permission of a phone.
   *
   * @param also its other names: of iOS, of a settings page
   * @param takes what it opens, in words
   */
  public record Permission(String name, Set<String> also, Severity severity, Wording takes) {
    public Permission {
      also = Set.copyOf(also);
    }
  }

  /**
   * How contacts of collectors are counted.
   *
   * @param quietFrom hour of the evening from which nobody should call, {@code quietTo} that of the
   *     morning until which
   * @param threats ids of cues that are threats
   */
  public record Collecting(LocalTime quietFrom, LocalTime quietTo, List<String> threats) {
    public Collecting {
      threats = List.copyOf(threats);
    }

    /** Whether that is an hour of quiet; the span may go over midnight. */
    public boolean quiet(LocalTime at) {
      return quietFrom.isAfter(quietTo)
          ? !at.isBefore(quietFrom) || at.isBefore(quietTo)
          : !at.isBefore(quietFrom) && at.isBefore(quietTo);
    }
  }

  /**
   * When prices of offers are compared.
   *
   * @param offersMin fewer are "not enough data"
   * @param rounds how often groups are shuffled
   * @param chancePercent a difference that chance makes more rarely than this counts
   */
  public record Dispersion(int offersMin, int rounds, double chancePercent) {}

  /** Something to do now. */
  public record Step(
      String id, Optional<Expression> when, Wording act, Wording why, Source source) {}

  /**
   * Who takes a complaint.
   *
   * @param clocks names of day counts in the value of the entry {@code law}, with words for each
   */
  public record Authority(
      String id,
      Optional<Expression> when,
      Wording title,
      Wording how,
      Optional<String> law,
      List<Clock> clocks) {
    public Authority {
      clocks = List.copyOf(clocks);
    }
  }

  /**
   * A day by which an answer is due.
   *
   * @param fields whole numbers of the entry's value that are added up, in days
   */
  public record Clock(List<String> fields, Wording what) {
    public Clock {
      fields = List.copyOf(fields);
    }
  }

  /** A complaint before it is filled in. */
  public record Draft(String id, Optional<Expression> when, Wording title, List<Part> parts) {
    public Draft {
      parts = List.copyOf(parts);
    }
  }

  /** A part of a draft, there only if its condition holds. */
  public record Part(Content content, Optional<Expression> when) {}

  /** What a part holds. */
  public sealed interface Content {
    /** A heading. */
    record Heading(Wording text) implements Content {}

    /** A paragraph with placeholders. */
    record Text(Wording text, boolean small) implements Content {}

    /** Items with placeholders, each on its own condition. */
    record Items(List<Item> items) implements Content {}

    /** A list or table that is made: findings, table, evidence, sources. */
    record Made(String kind) implements Content {}
  }

  /** One item of a list. */
  public record Item(Wording text, Optional<Expression> when) {}
}
