package dev.hufu.learn.report;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Interval;
import java.util.List;
import java.util.Locale;

/**
 * What anybody should know before relying on a model, after Mitchell and others 2019: what it is
 * for, what it saw, how good it is and how sure that is, for whom it is worse, what it cannot do.
 *
 * <p>Written beside the model as Markdown, by {@link #markdown}.
 *
 * @param data every file that was read
 * @param calibration how far its probabilities may be taken at their word
 * @param slices figures of parts of the data
 * @param limits what it cannot do and was not shown to do
 */
public record ModelCard(
    String name,
    Wording purpose,
    Digest recipe,
    List<DataFile> data,
    List<Figure> figures,
    Wording calibration,
    List<Slice> slices,
    List<Wording> limits) {

  public ModelCard {
    data = List.copyOf(data);
    figures = List.copyOf(figures);
    slices = List.copyOf(slices);
    limits = List.copyOf(limits);
  }

  /** A file that was read, by its name and content. */
  public record DataFile(String name, Digest digest, long rows, String licence) {}

  /** A figure of the model on data it did not learn from. */
  public record Figure(Wording name, Interval interval) {}

  /** A part of the data and a figure of it. */
  public record Slice(String part, long cases, Wording figure, double value) {}

  /** The card for people, in one language. */
  public String markdown(Lang lang) {
    boolean zh = lang == Lang.ZH;
    StringBuilder text = new StringBuilder();
    text.append("# ").append(name).append("\n\n").append(purpose.in(lang)).append("\n\n");
    head(text, zh ? "数据" : "Data");
    for (DataFile file : data) {
      text.append("- ").append(file.name()).append(", ").append(file.rows());
      text.append(zh ? " 行, " : " rows, ").append(file.licence());
      text.append(", sha256:").append(file.digest().hex()).append('\n');
    }
    text.append(zh ? "- 配方 sha256:" : "- recipe sha256:").append(recipe.hex()).append("\n\n");
    head(
        text,
        zh
            ? "好坏（没有用来训练的数据上，括号里是 95% 区间）"
            : "Figures (on data not trained on, with 95 % intervals)");
    for (Figure figure : figures) {
      text.append("- ").append(figure.name().in(lang)).append(": ");
      text.append(figure.interval()).append('\n');
    }
    text.append('\n');
    head(text, zh ? "概率准不准" : "Calibration");
    text.append(calibration.in(lang)).append("\n\n");
    head(text, zh ? "分开看" : "Slices");
    for (Slice slice : slices) {
      text.append(
          String.format(
              Locale.ROOT,
              "- %s (%,d): %s %.3f%n",
              slice.part(),
              slice.cases(),
              slice.figure().in(lang),
              slice.value()));
    }
    text.append('\n');
    head(text, zh ? "做不到什么" : "Limits");
    limits.forEach(limit -> text.append("- ").append(limit.in(lang)).append('\n'));
    return text.toString();
  }

  private static void head(StringBuilder text, String title) {
    text.append("## ").append(title).append("\n\n");
  }
}
