package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillIds;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillSums;
import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.pack.FlowPolicy;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of made-up bills, and the policy that ships. */
final class Bills {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final FlowPolicy POLICY =
      PackLoader.load(PackFiles.ofFolder(Path.of("../packs/cn/bill")).orThrow(), List.of())
          .pack()
          .flatMap(Pack::flows)
          .orElseThrow();

  private final List<BillRow> rows = new ArrayList<>();
  private Platform platform = Platform.WECHAT;
  private RowStatus status = RowStatus.DONE;
  private String item = "";
  private Optional<Fen> balance = Optional.empty();

  Bills from(Platform platform) {
    this.platform = platform;
    return this;
  }

  /** Said by the next row alone. */
  Bills saying(String item) {
    this.item = item;
    return this;
  }

  Bills status(RowStatus status) {
    this.status = status;
    return this;
  }

  /** Left in the account by the next row alone. */
  Bills leaving(long fen) {
    this.balance = Optional.of(new Fen(fen));
    return this;
  }

  Bills in(LocalDateTime at, long fen, String who, RowKind kind) {
    return add(at, fen, Direction.IN, who, kind);
  }

  Bills out(LocalDateTime at, long fen, String who, RowKind kind) {
    return add(at, fen, Direction.OUT, who, kind);
  }

  Bills add(LocalDateTime at, long fen, Direction way, String who, RowKind kind) {
    rows.add(
        new BillRow(
            new BillPlace(platform.id() + ".csv", "", rows.size() + 1),
            platform,
            "林姐",
            BillTime.of(at, ZONE, Exact.SECOND),
            new Fen(fen),
            way,
            kind,
            status,
            who,
            "",
            new BillWords("", item, "零钱", "", "", ""),
            BillIds.NONE,
            new BillSums(Optional.empty(), Optional.empty(), balance, "CNY")));
    status = RowStatus.DONE;
    item = "";
    balance = Optional.empty();
    return this;
  }

  List<BillRow> rows() {
    return rows;
  }

  Timeline timeline() {
    BillFile file =
        new BillFile(
            platform.id() + ".csv",
            "",
            platform,
            "made",
            "林姐",
            BillTotals.NONE,
            BillTotals.NONE,
            rows.size(),
            List.of(),
            List.of());
    return Timeline.of(List.of(new Statement(file, rows)));
  }

  static FlowReport report(Timeline timeline, LocalDate last) {
    return FlowFeatures.of(POLICY, timeline, FlowScope.of(last, POLICY.lines().months(), ZONE));
  }
}
