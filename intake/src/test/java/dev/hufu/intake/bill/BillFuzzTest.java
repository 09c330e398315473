package dev.hufu.intake.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Goal: any bytes give rows that add up or a refusal, never an exception. Method: Jazzer; in a
 * build it runs the seeds kept beside this class, and with {@code JAZZER_FUZZ=1} it looks for more.
 */
class BillFuzzTest {

  @FuzzTest
  void texts(byte[] bytes) {
    byte[] header = Bills.utf8(Bills.WECHAT_COLUMNS);
    byte[] all = Arrays.copyOf(header, header.length + bytes.length);
    System.arraycopy(bytes, 0, all, header.length, bytes.length);
    addsUp(new BillReader().read("t.csv", all).findValue());
    addsUp(new BillReader().read("t.csv", bytes).findValue());
  }

  @FuzzTest
  void sheets(byte[] bytes) {
    addsUp(XlsxTables.read("t.xlsx", bytes).findValue().map(tables -> List.of()));
    addsUp(XlsTables.read("t.xls", bytes).findValue().map(tables -> List.of()));
    byte[] sheet = Bills.textSheet(Bills.WECHAT);
    for (int i = 0; i < bytes.length && i < sheet.length; i++) {
      sheet[(i * 37) % sheet.length] ^= bytes[i];
    }
    addsUp(new BillReader().read("t.xlsx", sheet).findValue());
  }

  @FuzzTest
  void archives(byte[] bytes) {
    addsUp(new BillReader().password("123456").read("t.zip", bytes).findValue());
    byte[] zip = Bills.zip("w.csv", Bills.utf8(Bills.WECHAT), Optional.of("123456"), true);
    for (int i = 0; i < bytes.length && i < zip.length; i++) {
      zip[(i * 31) % zip.length] ^= bytes[i];
    }
    addsUp(new BillReader().password("123456").read("t.zip", zip).findValue());
  }

  /** The mapping stands before the first NUL, the table behind it. */
  @FuzzTest
  void mappings(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    byte[] table = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    BillMapping.read("m.yaml", Arrays.copyOf(bytes, end))
        .findValue()
        .ifPresent(
            mapping -> addsUp(new BillReader().mapping(mapping).read("t.csv", table).findValue()));
  }

  private static void addsUp(Optional<List<Statement>> read) {
    for (Statement bill : read.orElse(List.of())) {
      assertThat(bill.rows()).hasSize(bill.file().rowsRead());
      assertThat(bill.file().found().rows()).contains(bill.file().rowsInFile());
    }
    read.ifPresent(Timeline::of);
  }
}
