package dev.hufu.intake.lender;

import static org.assertj.core.api.Assertions.assertThat;

import com.reandroid.arsc.chunk.xml.AndroidManifestBlock;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Goal: the permissions of an app come out of its package, and a package made to hurt is refused.
 * Method: packages written here, with manifests as the library writes them, then bent.
 */
class AppManifestTest {

  static byte[] manifest(String app, String... permissions) {
    AndroidManifestBlock block = AndroidManifestBlock.empty();
    block.setPackageName(app);
    for (String permission : permissions) {
      block.addUsesPermission(permission);
    }
    block.refresh();
    return block.getBytes();
  }

  static byte[] zip(String name, byte[] content, int before) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < before; i++) {
        zip.putNextEntry(new ZipEntry("res/" + i));
        zip.write(i);
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static Outcome<AppManifest> apk(byte[] bytes) {
    return AppManifest.ofApk(new ByteArrayInputStream(bytes));
  }

  @Test
  void permissionsComeOutOfAPackage() throws IOException {
    byte[] manifest =
        manifest(
            "com.example.daikuan",
            "android.permission.READ_CONTACTS",
            "android.permission.INTERNET",
            "android.permission.READ_CONTACTS");
    AppManifest found = apk(zip("AndroidManifest.xml", manifest, 3)).orThrow();
    assertThat(found.app()).isEqualTo("com.example.daikuan");
    assertThat(found.permissions())
        .containsExactly("android.permission.INTERNET", "android.permission.READ_CONTACTS");
  }

  @Test
  void whatIsNoPackageIsRefused() throws IOException {
    byte[] manifest = manifest("com.example.a", "android.permission.CAMERA");
    assertThat(code(apk(new byte[0]))).isEqualTo(Code.APK_BROKEN);
    assertThat(code(apk("no package at all".getBytes()))).isEqualTo(Code.APK_BROKEN);
    assertThat(code(apk(zip("other.xml", manifest, 1)))).isEqualTo(Code.APK_BROKEN);
    assertThat(code(apk(zip("AndroidManifest.xml", "<manifest/>".getBytes(), 0))))
        .isEqualTo(Code.APK_BROKEN);
    byte[] whole = zip("AndroidManifest.xml", manifest, 0);
    assertThat(code(apk(Arrays.copyOf(whole, whole.length / 3)))).isEqualTo(Code.APK_BROKEN);
  }

  @Test
  void aManifestThatClaimsMoreThanLiesThereIsRefused() {
    byte[] manifest = manifest("com.example.a", "android.permission.CAMERA");
    byte[] strings = manifest.clone();
    // the count of the string pool, in the first chunk behind the head of the file
    Arrays.fill(strings, 16, 19, (byte) 0xff);
    assertThat(code(AppManifest.ofManifest(strings))).isEqualTo(Code.APK_BROKEN);
    byte[] size = manifest.clone();
    Arrays.fill(size, 12, 15, (byte) 0x7f);
    assertThat(code(AppManifest.ofManifest(size))).isEqualTo(Code.APK_BROKEN);
    assertThat(code(AppManifest.ofManifest(Arrays.copyOf(manifest, manifest.length - 5))))
        .isEqualTo(Code.APK_BROKEN);
  }

  @Test
  void anEndlessManifestIsCutOff() throws IOException {
    byte[] bomb = new byte[Limits.APK_MANIFEST_BYTES_MAX + 1];
    assertThat(code(apk(zip("AndroidManifest.xml", bomb, 0)))).isEqualTo(Code.APK_TOO_LARGE);
    byte[] justFits = new byte[Limits.APK_MANIFEST_BYTES_MAX];
    assertThat(code(apk(zip("AndroidManifest.xml", justFits, 0)))).isEqualTo(Code.APK_BROKEN);
  }

  @Test
  void tooManyEntriesBeforeTheManifestAreTooMany() throws IOException {
    byte[] manifest = manifest("com.example.a");
    byte[] many = zip("AndroidManifest.xml", manifest, Limits.APK_ENTRIES_MAX);
    assertThat(apk(many).orThrow().permissions()).isEmpty();
    byte[] tooMany = zip("AndroidManifest.xml", manifest, Limits.APK_ENTRIES_MAX + 1);
    assertThat(code(apk(tooMany))).isEqualTo(Code.APK_TOO_LARGE);
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }
}
