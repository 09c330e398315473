package dev.hufu.app.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.kernel.text.Wording;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Goal: both languages say the same things in the right letters. Method: reads every constant. */
class WordsTest {

  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}，。：；？！「」]");
  private static final Pattern HALF_WIDTH_AFTER_HAN = Pattern.compile("\\p{IsHan}[,?!:;]");
  private static final Pattern SLOT = Pattern.compile("\\{\\d}");

  private static TreeMap<String, Wording> all() throws IllegalAccessException {
    TreeMap<String, Wording> all = new TreeMap<>();
    for (Class<?> words :
        List.of(
            FrameWords.class,
            HomeWords.class,
            RequestWords.class,
            ResultWords.class,
            PeopleWords.class,
            PlaceWords.class,
            TeamWords.class,
            PackWords.class,
            VersionWords.class,
            EvidenceWords.class,
            HoldWords.class,
            IouWords.class,
            LogWords.class)) {
      for (Field field : words.getDeclaredFields()) {
        field.setAccessible(true);
        if (field.get(null) instanceof Wording wording) {
          all.put(words.getSimpleName() + "." + field.getName(), wording);
        }
      }
    }
    return all;
  }

  @Test
  void chineseIsPunctuatedInFullWidthAndEnglishHasNoChinese() throws Exception {
    assertThat(all()).hasSizeGreaterThan(200);
    all()
        .forEach(
            (name, wording) -> {
              assertThat(HALF_WIDTH_AFTER_HAN.matcher(wording.zh()).find()).as(name).isFalse();
              assertThat(HAN.matcher(wording.en()).find()).as(name).isFalse();
              assertThat(HAN.matcher(wording.zh()).find()).as(name).isTrue();
            });
  }

  @Test
  void everyKindOfEntryInTheLogHasWords() {
    Stream<String> kept = Arrays.stream(DocumentKind.values()).map(DocumentKind::leafKind);
    Stream<String> others =
        Stream.of(
            "decision",
            "epoch",
            "matter-erased",
            "matter-sealed",
            "matter-term-longer",
            "hold-set",
            "hold-lifted");
    Stream.concat(kept, others)
        .forEach(kind -> assertThat(LogWords.kind(kind).zh()).as(kind).isNotEqualTo(kind));
  }

  @Test
  void bothLanguagesFillInTheSameValues() throws Exception {
    all()
        .forEach(
            (name, wording) ->
                assertThat(slots(wording.zh())).as(name).isEqualTo(slots(wording.en())));
  }

  private static List<String> slots(String sentence) {
    List<String> slots = new ArrayList<>();
    SLOT.matcher(sentence).results().forEach(slot -> slots.add(slot.group()));
    return slots.stream().sorted().distinct().toList();
  }

  @Test
  void nothingBlamesPromisesOrJudgesLaw() throws Exception {
    all()
        .forEach(
            (name, wording) ->
                assertThat(wording.zh())
                    .as(name)
                    .doesNotContain("违法", "不用还", "一定能", "骗子", "上当", "!"));
  }
}
