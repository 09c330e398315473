package dev.hufu.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.language.detect.SmallBook;
import dev.hufu.language.extract.AccountReader;
import dev.hufu.language.extract.BankReader;
import dev.hufu.language.extract.DayReader;
import dev.hufu.language.extract.SumReader;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import dev.hufu.language.turns.ChatTurns;
import dev.hufu.language.turns.CutChat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;

/**
 * Goal: no text breaks a reader or a law. Method: Jazzer; in a build it runs the seeds kept beside
 * this class, and with {@code JAZZER_FUZZ=1} it looks for more.
 */
class LanguageFuzzTest {

  private static final CueDetector DETECTOR = CueDetector.of(SmallBook.borrow()).orThrow();
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

  @FuzzTest
  void folding(byte[] bytes) {
    String text = text(bytes);
    FoldedText folded = Folding.standard().fold(text);
    int last = 0;
    for (int i = 0; i < folded.length(); i++) {
      Span span = folded.span(i, i + 1);
      assertThat(span.start()).isBetween(last, span.end() - 1);
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      last = span.start();
    }
  }

  @FuzzTest
  void sums(byte[] bytes) {
    String text = text(bytes);
    int last = 0;
    for (var found : SumReader.read(text)) {
      assertThat(found.sum().fen()).isPositive();
      assertThat(found.span().of(text)).isNotBlank();
      assertThat(found.span().start()).isGreaterThanOrEqualTo(last);
      last = found.span().end();
    }
  }

  @FuzzTest
  void days(byte[] bytes) {
    String text = text(bytes);
    DayReader.read(text, AT, ZoneId.of("Asia/Shanghai"))
        .forEach(found -> assertThat(found.span().of(text)).isNotBlank());
    AccountReader.read(text).forEach(found -> assertThat(found.span().of(text)).isNotBlank());
    BankReader.read(text).forEach(found -> assertThat(found.span().of(text)).isNotBlank());
  }

  @FuzzTest
  void turns(byte[] bytes) {
    String chat = text(bytes);
    CutChat cut = ChatTurns.cut(chat);
    BitSet covered = new BitSet();
    for (Turn turn : cut.turns()) {
      assertThat(turn.span().of(chat)).isEqualTo(turn.text()).isNotBlank();
      cover(covered, turn.span());
    }
    cut.headers().forEach(header -> cover(covered, header));
    for (int i = 0; i < chat.length(); i++) {
      char c = chat.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
      assertThat(covered.get(i) || blank).as("unit %s", i).isTrue();
    }
  }

  @FuzzTest
  void cues(byte[] bytes) {
    String text = text(bytes);
    var seen = DETECTOR.detect(text);
    assertThat(seen.score()).isBetween(0.0, 1.0);
    for (CueHit hit : seen.cues()) {
      assertThat(hit.span().of(text)).isNotBlank();
    }
    assertThat(DETECTOR.detect(text)).isEqualTo(seen);
  }

  private static void cover(BitSet covered, Span span) {
    assertThat(covered.get(span.start(), span.end()).isEmpty()).isTrue();
    covered.set(span.start(), span.end());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
