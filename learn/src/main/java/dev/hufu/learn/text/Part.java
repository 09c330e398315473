package dev.hufu.learn.text;

import java.util.function.Predicate;

/** The parts of the collections that figures are told of: what must be caught, what must not. */
enum Part {
  SCAMS(sample -> sample.scam() && !sample.corpus().equals("sms-spam-en")),
  ACQUAINTANCES(sample -> sample.label().endsWith("acquaintances")),
  TALK(
      sample ->
          isOrdinary(sample)
              && (sample.corpus().equals("nus-sms-zh")
                  || sample.corpus().equals("dialogues")
                  || sample.corpus().equals("teleantifraud"))),
  ADVERTISING(
      sample ->
          isOrdinary(sample) && (sample.corpus().equals("fbs") || sample.corpus().equals("tft5"))),
  HAM(sample -> isOrdinary(sample) && sample.corpus().equals("sms-spam-en"));

  private final Predicate<TextSample> includes;

  Part(Predicate<TextSample> includes) {
    this.includes = includes;
  }

  boolean has(TextSample sample) {
    return includes.test(sample);
  }

  private static boolean isOrdinary(TextSample sample) {
    return sample.kind() == dev.hufu.intake.LabelledTexts.Kind.ORDINARY;
  }
}
