package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Goal: docs/reference/codes.md says what the register says. Method: the page is written anew and
 * compared; with {@code -Dhufu.update=true} it is replaced.
 */
class RegisterTest {

  @Test
  void thePageOfCodesIsTheRegister() throws IOException {
    Path page = SourceTree.root().resolve("docs/reference/codes.md");
    if (Boolean.getBoolean("hufu.update")) {
      Files.writeString(page, written());
    }
    assertThat(Files.readString(page)).isEqualTo(written());
  }

  @Test
  void noIdIsGivenTwice() {
    assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
  }

  private static String written() {
    String head =
        """
        # Codes

        Every refusal has one code, the same on a page, in `problem+json` and on the command line.
        Codes are only added, never renumbered. This page is compared with the register in every
        build (`RegisterTest`; `-Dhufu.update=true` writes it anew).

        | code | name | HTTP | 中文 | English |
        |---|---|---|---|---|
        """;
    return head
        + Arrays.stream(Code.values())
            .map(
                code ->
                    "| %s | `%s` | %d | %s | %s |\n"
                        .formatted(
                            code.id(),
                            code.name(),
                            code.httpStatus(),
                            code.wording().zh(),
                            code.wording().en()))
            .collect(Collectors.joining());
  }
}
