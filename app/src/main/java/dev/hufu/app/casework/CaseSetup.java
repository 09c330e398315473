package dev.hufu.app.casework;

import dev.hufu.app.bill.BillNotes;
import dev.hufu.app.request.BegunPlans;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.CaseBook;
import dev.hufu.store.MatterBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk of cases together: the packs, the matters, what was entered. */
@Configuration(proxyBeanMethods = false)
class CaseSetup {

  @Bean
  CaseDesk caseDesk(PackShelf shelf, MatterBook matters, CaseBook cases) {
    return new CaseDesk(shelf, matters, cases);
  }

  /** What is said of bills goes into the case like every other answer. */
  @Bean
  BillNotes billNotes(CaseDesk desk) {
    return new BillNotes() {
      @Override
      public Outcome<Map<String, Mark>> said(String owner, String matter, Instant now) {
        return desk.file(owner, matter, now)
            .map(
                file -> {
                  Map<String, Mark> said = new HashMap<>();
                  file.judged()
                      .forEach((row, mark) -> Mark.find(mark).ifPresent(m -> said.put(row, m)));
                  return said;
                });
      }

      @Override
      public Outcome<String> keep(
          String owner, String matter, List<String> rows, Optional<Mark> mark, Instant now) {
        List<CaseEntry> entries = new ArrayList<>();
        String said = mark.map(Mark::id).orElse("");
        for (int from = 0; from < rows.size(); from += Limits.CASE_JUDGED_ROWS_MAX) {
          int to = Math.min(rows.size(), from + Limits.CASE_JUDGED_ROWS_MAX);
          entries.add(new CaseEntry.Judged(rows.subList(from, to), said));
        }
        return desk.add(owner, matter, entries, now);
      }
    };
  }

  @Bean
  BegunPlans begunPlans(CaseDesk desk) {
    return (owner, now) ->
        desk.mine(owner, now).stream()
            .map(mine -> new BegunPlans.Begun(mine.matter(), mine.plan().plan().title()))
            .toList();
  }
}
