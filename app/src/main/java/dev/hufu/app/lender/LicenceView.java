package dev.hufu.app.lender;

import dev.hufu.kernel.lender.Licence;
import dev.hufu.kernel.lender.LicenceList;
import java.time.LocalDate;
import java.util.List;

/**
 * The public page of licence lists.
 *
 * @param query what was looked for
 * @param day today, for "has ended"
 */
public record LicenceView(String query, List<LicenceList> lists, LocalDate day) {

  /** How many lines of one list are shown. */
  public static final int SHOWN = 50;

  public LicenceView {
    lists = List.copyOf(lists);
  }

  public List<Licence> found(LicenceList list) {
    return list.search(query, SHOWN);
  }
}
