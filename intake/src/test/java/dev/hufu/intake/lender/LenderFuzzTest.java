package dev.hufu.intake.lender;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Goal: any bytes are a manifest, a list, or refused; never an exception, never more than allowed.
 * Method: Jazzer; in a build it runs the seeds kept beside this class, and with {@code
 * JAZZER_FUZZ=1} it looks for more.
 */
class LenderFuzzTest {

  @FuzzTest
  void manifests(byte[] bytes) {
    AppManifest.ofManifest(bytes)
        .findValue()
        .ifPresent(
            found -> {
              assertThat(found.permissions()).hasSizeLessThanOrEqualTo(Limits.PERMISSIONS_MAX);
              assertThat(found.permissions()).allMatch(PermissionText::named);
            });
  }

  @FuzzTest
  void packages(byte[] bytes) {
    AppManifest.ofApk(new ByteArrayInputStream(bytes)).findValue();
  }

  @FuzzTest
  void lists(byte[] bytes) {
    LicenceCsv.read("list.csv", bytes)
        .findValue()
        .ifPresent(list -> assertThat(list.source()).isNotBlank());
    PermissionText.read(new String(bytes, StandardCharsets.UTF_8)).findValue();
  }
}
