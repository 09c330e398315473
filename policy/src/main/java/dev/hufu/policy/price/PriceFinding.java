package dev.hufu.policy.price;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.price.HardCap;
import dev.hufu.kernel.loan.price.Rate;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.Optional;

/** What was seen about a price; the words are found where it is shown. */
public sealed interface PriceFinding {

  /** A stable id, such as {@code LA-04}. */
  String id();

  /** The entry of law it rests on. */
  Optional<String> law();

  /** How it stands, where it is about a line. */
  default Standing standing() {
    return Standing.NOT_COVERED;
  }

  /** Less arrived than stands on paper, so the principal is what arrived. */
  record Rebased(Fen face, Fen received, Optional<String> law) implements PriceFinding {

    @Override
    public String id() {
      return "LA-01";
    }

    public Fen kept() {
      return face.minus(received);
    }
  }

  /**
   * Whether the payment follows from the rate that is stated.
   *
   * @param flat whether it follows if interest is always on the first principal
   */
  record Instalment(Fen face, AnnualRate stated, int count, Fen expected, Fen actual, boolean flat)
      implements PriceFinding {

    @Override
    public String id() {
      return "LA-04";
    }

    @Override
    public Optional<String> law() {
      return Optional.empty();
    }

    /** Rounding may make a fen for each payment, and no more. */
    public boolean fits() {
      return Math.abs(actual.fen() - expected.fen()) <= count;
    }
  }

  /** A rate somebody says, and by which of the ways tried it comes out. */
  record Reported(AnnualRate rate, Optional<Way> way) implements PriceFinding {

    @Override
    public String id() {
      return "reported-rate";
    }

    @Override
    public Optional<String> law() {
      return Optional.empty();
    }
  }

  /** Ways in which people reckon a rate of a year. */
  enum Way {
    NOMINAL,
    EFFECTIVE,
    NOMINAL_ON_PAPER,
    EFFECTIVE_ON_PAPER,
    SIMPLE,
    SIMPLE_ON_PAPER,
    COST_OVER_PAPER
  }

  /** More is demanded than the payments. */
  record Claimed(Fen sum) implements PriceFinding {

    @Override
    public String id() {
      return "claimed-more";
    }

    @Override
    public Optional<String> law() {
      return Optional.empty();
    }
  }

  /** The lender is not known, and which lines apply depends on it. */
  record WhoLends(Optional<String> law) implements PriceFinding {

    @Override
    public String id() {
      return "who-lends";
    }
  }

  /**
   * The rate above which courts do not support private-loan interest.
   *
   * @param cap the last known figure, even where the day lies past it; none before the first
   * @param above what is paid above it, simple, on principal still open
   */
  record Judicial(Standing standing, Optional<JudicialCap> cap, Fen above, Optional<String> law)
      implements PriceFinding {

    @Override
    public String id() {
      return "judicial-cap";
    }
  }

  /** A rate that makes people look twice and decides nothing. */
  record Attention(Standing standing, AnnualRate line, LocalDate from, Optional<String> law)
      implements PriceFinding {

    @Override
    public String id() {
      return "attention-line";
    }
  }

  /** Whether a table of all-in costs was due before signing. */
  record TableDuty(Standing standing, LocalDate from, Optional<String> law)
      implements PriceFinding {

    @Override
    public String id() {
      return "cost-table";
    }
  }

  /** A cap that binds licensed lenders, in the countries that have one. */
  record Hard(
      Standing standing,
      HardCap cap,
      HardCap.Above above,
      boolean upfrontAbove,
      Optional<String> law)
      implements PriceFinding {

    @Override
    public String id() {
      return "hard-cap";
    }
  }

  /** Whether a stated annual percentage rate is as exact as it must be. */
  record Tolerance(
      Standing standing, AnnualRate stated, Rate apr, AnnualRate tolerance, Optional<String> law)
      implements PriceFinding {

    @Override
    public String id() {
      return "apr-tolerance";
    }
  }

  /**
   * How long a complaint to a licensed lender may take.
   *
   * @param more days that may be added in special cases
   */
  record Clock(int simple, int complex, int more, Optional<String> law) implements PriceFinding {

    @Override
    public String id() {
      return "complaint-clock";
    }
  }
}
