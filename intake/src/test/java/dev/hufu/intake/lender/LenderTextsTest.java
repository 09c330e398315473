package dev.hufu.intake.lender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.lender.LicenceClaim;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.limit.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: lists that people paste or import are read as they mean them, or refused at the place. */
class LenderTextsTest {

  private static final String LIST =
      """
      #title: 小额贷款公司名单
      #source: 某省地方金融管理局网站
      #asOf: 2026-11-01
      名称,统一社会信用代码,地区,有效期至,备注
      某某小额贷款有限公司,91110000100003962Y,某市,2027-06-30,"有,逗号"
      甲（乙）小额贷款公司,,某县,,
      """;

  private static Outcome<LicenceList> list(String text) {
    return LicenceCsv.read("list.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPastedListOfPermissionsIsUnderstood() {
    assertThat(
            PermissionText.read(
                    """
                    uses-permission: name='android.permission.READ_SMS'
                    <uses-permission android:name="android.permission.CAMERA"/>

                    通讯录
                    <key>NSContactsUsageDescription</key>
                    通讯录
                    """)
                .orThrow())
        .containsExactly(
            "NSContactsUsageDescription",
            "android.permission.CAMERA",
            "android.permission.READ_SMS",
            "通讯录");
    assertThat(PermissionText.read("x".repeat(301)).findRefusal().map(Refusal::code))
        .contains(Code.PERMISSIONS_UNREADABLE);
  }

  @Test
  void aLicenceListTellsItsDayAndItsLines() {
    LicenceList read = list(LIST).orThrow();
    assertThat(read.asOf()).isEqualTo("2026-11-01");
    assertThat(read.source()).isEqualTo("某省地方金融管理局网站");
    assertThat(read.entries()).hasSize(2);
    assertThat(read.entries().getFirst().until()).contains(LocalDate.of(2027, 6, 30));
    assertThat(read.entries().getFirst().note()).isEqualTo("有,逗号");
    assertThat(read.search("乙", 10)).hasSize(1);
    LicenceClaim claim =
        new LicenceClaim(Optional.of("甲(乙)小额贷款公司"), Optional.empty(), Optional.empty());
    assertThat(read.match(claim, LocalDate.of(2026, 11, 22)).state())
        .isEqualTo(LicenceList.State.LISTED);
  }

  @Test
  void theListOfAnOfficeInGb18030IsReadToo() {
    byte[] bytes = LIST.getBytes(Charset.forName("GB18030"));
    assertThat(LicenceCsv.read("list.csv", bytes).orThrow().entries()).hasSize(2);
  }

  @Test
  void aListWithoutADayOrSourceIsNoList() {
    assertThat(code(list("name\n甲\n"))).isEqualTo(Code.LICENCE_LIST_UNDATED);
    assertThat(code(list("#asOf: 2026-11-01\nname\n甲\n"))).isEqualTo(Code.LICENCE_LIST_UNDATED);
    assertThat(code(list("#source: x\n#asOf: 1.11.\nname\n甲\n")))
        .isEqualTo(Code.LICENCE_LIST_UNDATED);
  }

  @Test
  void aMistakeIsToldWithItsPlace() {
    Refusal refusal =
        list("#source: x\n#asOf: 2026-11-01\nname,until\n甲,2026-13-01\n")
            .findRefusal()
            .orElseThrow();
    assertThat(refusal.code()).isEqualTo(Code.LICENCE_LIST_BROKEN);
    assertThat(refusal.position().orElseThrow()).hasToString("list.csv:4:2");
    assertThat(code(list("#source: x\n#asOf: 2026-11-01\nname\n\"甲\n")))
        .isEqualTo(Code.LICENCE_LIST_BROKEN);
    assertThat(code(list("#source: x\n#asOf: 2026-11-01\nwho\n甲\n")))
        .isEqualTo(Code.LICENCE_LIST_BROKEN);
  }

  @Test
  void aListMayBeLongButNotEndless() {
    String head = "#source: x\n#asOf: 2026-11-01\nname\n";
    assertThat(list(head + "甲\n".repeat(Limits.LICENCES_MAX)).orThrow().entries())
        .hasSize(Limits.LICENCES_MAX);
    assertThat(code(list(head + "甲\n".repeat(Limits.LICENCES_MAX + 1))))
        .isEqualTo(Code.LICENCE_LIST_TOO_LARGE);
    assertThat(code(LicenceCsv.read("l", new byte[Limits.LICENCE_LIST_BYTES_MAX + 1])))
        .isEqualTo(Code.LICENCE_LIST_TOO_LARGE);
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }
}
