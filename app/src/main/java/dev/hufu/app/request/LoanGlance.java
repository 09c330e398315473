package dev.hufu.app.request;

import dev.hufu.app.loan.ChainView;
import java.time.Instant;
import java.util.Optional;

/** What the page of a matter shows of its loan. */
public interface LoanGlance {

  /** No loan anywhere. */
  LoanGlance NONE =
      new LoanGlance() {
        @Override
        public Optional<ChainView> chain(String owner, String matter, Instant now) {
          return Optional.empty();
        }

        @Override
        public boolean only(String owner, String matter) {
          return false;
        }
      };

  /** The chain of evidence, once something was agreed. */
  Optional<ChainView> chain(String owner, String matter, Instant now);

  /** Whether the matter began with a loan, so that there is no request to show. */
  boolean only(String owner, String matter);
}
