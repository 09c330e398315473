package dev.hufu.kernel.matter;

import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The value of a fact, typed. {@link FactType#write} gives the form that files use, with its unit.
 */
public sealed interface FactValue {

  /** Yes or no: {@code true}. */
  record Flag(boolean yes) implements FactValue {
    @Override
    public String toString() {
      return Boolean.toString(yes);
    }
  }

  /** A whole number, not negative: {@code 3}. */
  record Count(long count) implements FactValue {
    public Count {
      if (count < 0) {
        throw new IllegalArgumentException("a count is not negative: " + count);
      }
    }

    @Override
    public String toString() {
      return Long.toString(count);
    }
  }

  /** Money, in the unit of its fact's type: {@code 1000.00}. */
  record Amount(Fen fen) implements FactValue {
    @Override
    public String toString() {
      return fen.yuan().toPlainString();
    }
  }

  /** How long: {@code 63072000 s}. */
  record Elapsed(Duration length) implements FactValue {
    public Elapsed {
      if (length.isNegative()) {
        throw new IllegalArgumentException("a length of time is not negative: " + length);
      }
    }

    @Override
    public String toString() {
      return length.toSeconds() + " s";
    }
  }

  /** One of the declared choices: {@code not_tried}. */
  record Choice(String id) implements FactValue {
    @Override
    public String toString() {
      return id;
    }
  }

  /** A calendar day: {@code 2027-03-31}. */
  record Day(LocalDate date) implements FactValue {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  /** Percent per year, at most six decimals: {@code 6 %}. */
  record Rate(BigDecimal percentPerYear) implements FactValue {
    public Rate {
      percentPerYear = percentPerYear.stripTrailingZeros();
      if (percentPerYear.signum() < 0 || percentPerYear.scale() > 6) {
        throw new IllegalArgumentException("a rate is 0 or more, six decimals: " + percentPerYear);
      }
    }

    @Override
    public String toString() {
      return percentPerYear.toPlainString() + " %";
    }
  }

  /** Free words; personal, so {@code toString} tells only how many. */
  record Words(String text) implements FactValue {
    @Override
    public String toString() {
      return "words(" + text.length() + ")";
    }
  }
}
