package dev.hufu.learn.card;

import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Bootstrap;
import dev.hufu.learn.measure.Calibration;
import dev.hufu.learn.measure.Interval;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.measure.Stability;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.Report;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * All that is said of a trained card: its figures on applicants it had not seen, its calibration,
 * how steady it is from part to part, who changes sides against the challenger, and its screens.
 */
final class CardStory {

  private static final int ROUNDS = 200;
  private static final int PARTS = 4;
  private static final int POINTS = 200;
  private static final int CALIBRATION_BINS = 10;

  private final ApplicantRecipe recipe;
  private final Applicants applicants;
  private final CardModel model;
  private final Scorecard card;
  private final CrossCheck check;
  private final boolean[] bad;
  private final double[] odds;
  private final Calibration calibration;

  CardStory(
      ApplicantRecipe recipe,
      Applicants applicants,
      CardModel model,
      Scorecard card,
      CrossCheck check) {
    this.recipe = recipe;
    this.applicants = applicants;
    this.model = model;
    this.card = card;
    this.check = check;
    this.bad = applicants.sample().outcomes();
    this.odds = check.cardOdds();
    this.calibration =
        Calibration.of(
            Arrays.stream(odds).map(o -> 1 / (1 + Math.exp(-o))).toArray(), bad, CALIBRATION_BINS);
  }

  ModelCard card(Recipe file) {
    List<ModelCard.Figure> figures =
        List.of(
            figure("AUC", "AUC", odds, Ranking::auc),
            figure("KS", "KS", odds, Ranking::ks),
            figure("Gini", "Gini", odds, Ranking::gini),
            figure("挑战者的 AUC", "AUC of the challenger", check.challengerOdds(), Ranking::auc));
    return new ModelCard(
        recipe.name(),
        recipe.title(),
        file.digest(),
        List.of(
            new ModelCard.DataFile(
                applicants.file(),
                applicants.digest(),
                applicants.sample().rows(),
                file.body().list("licences").stream()
                    .map(licence -> licence.text("licence"))
                    .findFirst()
                    .orElse(""))),
        figures,
        new Wording(
            String.format(
                Locale.ROOT,
                "Brier %.4f；说的和见的平均差 %.4f；预计坏账是见到的 %.3f 倍",
                calibration.brier(),
                calibration.error(),
                calibration.ratio()),
            String.format(
                Locale.ROOT,
                "Brier %.4f; said and seen differ by %.4f; %.3f times as many bad as were seen",
                calibration.brier(),
                calibration.error(),
                calibration.ratio())),
        slices(),
        List.of(
            recipe.rejects().isPresent()
                ? assumption()
                : new Wording(
                    "只见过放了款的人：被拒的人会怎样，它不知道",
                    "It saw applicants with a known outcome only; what those turned down would"
                        + " have done it cannot know"),
            new Wording(
                "分数低不等于拒绝：没到线要请人看", "A low score is no refusal: below the line a human looks"),
            new Wording(
                "受保护的信息没有用来打分，公平筛查也证明不了没有歧视",
                "Protected columns did not score; the screens cannot prove that nobody is treated"
                    + " unfairly")));
  }

  private ModelCard.Figure figure(String zh, String en, double[] scores, Bootstrap.Figure figure) {
    Interval interval = Bootstrap.interval(scores, bad, ROUNDS, recipe.seed(), figure);
    return new ModelCard.Figure(new Wording(zh, en), interval);
  }

  private List<ModelCard.Slice> slices() {
    List<ModelCard.Slice> slices = new ArrayList<>();
    for (Fairness.Group group : groups()) {
      slices.add(
          new ModelCard.Slice(
              group.column() + " " + group.name(),
              group.cases(),
              new Wording("过线的比例", "share that passes"),
              group.passing()));
    }
    return slices;
  }

  private List<Fairness.Group> groups() {
    double factor = recipe.settings().scale().factor();
    double offset = recipe.settings().scale().offset();
    double line = (offset - card.cutoff().orElse(offset)) / factor;
    boolean[] passes = new boolean[odds.length];
    for (int row = 0; row < odds.length; row++) {
      passes[row] = odds[row] <= line;
    }
    return Fairness.groups(applicants.shielded(), recipe.protectedBands(), passes, bad);
  }

  Report report() {
    List<Report.Section> sections = new ArrayList<>();
    sections.add(curves());
    sections.add(calibrationCurve());
    sections.add(information());
    sections.add(points());
    sections.add(folds());
    sections.add(parts());
    sections.add(swap());
    sections.add(screens());
    sections.add(proxies());
    sections.add(rejects());
    return new Report(recipe.title(), sections);
  }

  private Report.Curves curves() {
    return new Report.Curves(
        new Wording("ROC：没见过的申请人上", "ROC on applicants not seen"),
        new Wording("误伤的比例", "share of good caught"),
        new Wording("抓住的比例", "share of bad caught"),
        true,
        List.of(
            new Report.Line(new Wording("卡", "card"), Ranking.of(odds, bad).roc(POINTS)),
            new Report.Line(
                new Wording("挑战者", "challenger"),
                Ranking.of(check.challengerOdds(), bad).roc(POINTS))));
  }

  private Report.Curves calibrationCurve() {
    return new Report.Curves(
        new Wording("概率准不准", "Calibration"),
        new Wording("卡说的", "said"),
        new Wording("见到的", "seen"),
        true,
        List.of(
            new Report.Line(
                new Wording("卡", "card"),
                calibration.bins().stream()
                    .map(bin -> new Ranking.Point(bin.said(), bin.seen()))
                    .toList())));
  }

  private Report.Bars information() {
    return new Report.Bars(
        new Wording("每一项说明多少（IV）", "Information value of each feature"),
        new Wording("IV", "IV"),
        IntStream.range(0, model.classes().size())
            .mapToObj(
                i ->
                    new Report.Bar(
                        model.classes().get(i).feature(), model.counts().get(i).information()))
            .sorted(Comparator.comparingDouble(bar -> -bar.value()))
            .toList());
  }

  private Report.Table points() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < card.characteristics().size(); i++) {
      Characteristic each = card.characteristics().get(i);
      for (Bin bin : each.bins()) {
        Bin.Seen seen = bin.seen().orElse(new Bin.Seen(0, 0));
        rows.add(
            List.of(
                each.id(),
                bin.called().en(),
                Bin.number(bin.points()),
                Long.toString(seen.rows()),
                seen.rows() == 0 ? "" : percent(seen.bad() / (double) seen.rows()),
                coefficient(i)));
      }
    }
    return new Report.Table(
        new Wording("这张卡", "The card"),
        List.of(
            new Wording("项", "feature"),
            new Wording("档", "bin"),
            new Wording("分", "points"),
            new Wording("人数", "cases"),
            new Wording("坏的比例", "share bad"),
            new Wording("系数 ± 误差", "coefficient ± error")),
        rows);
  }

  private String coefficient(int index) {
    return model
        .fit()
        .map(
            fit ->
                String.format(
                    Locale.ROOT,
                    "%.3f ± %.3f",
                    fit.coefficients().get(index),
                    fit.errors().get(index)))
        .orElse("");
  }

  private Report.Table folds() {
    return new Report.Table(
        new Wording("卡和挑战者，同样的分法", "Card and challenger on the same folds"),
        List.of(
            new Wording("折", "fold"),
            new Wording("卡 AUC", "card AUC"),
            new Wording("挑战者 AUC", "challenger AUC"),
            new Wording("卡 KS", "card KS"),
            new Wording("卡上几项", "features")),
        IntStream.range(0, check.folds().size())
            .mapToObj(
                i ->
                    List.of(
                        Integer.toString(i + 1),
                        decimal(check.folds().get(i).cardAuc()),
                        decimal(check.folds().get(i).challengerAuc()),
                        decimal(check.folds().get(i).cardKs()),
                        Integer.toString(check.folds().get(i).features())))
            .toList());
  }

  /** Part against the first part: the score's distribution, and that of the features' bins. */
  private Report.Table parts() {
    int[][] parts = PartsOf.of(applicants, PARTS);
    List<List<String>> rows = new ArrayList<>();
    for (int part = 0; part < parts.length; part++) {
      double worst = 0;
      String name = "";
      for (Classes classes : model.classes()) {
        int[] bins = classes.of(applicants.sample().column(classes.feature()));
        double moved =
            Stability.psi(
                PartsOf.counts(bins, parts[0], classes.bins().size()),
                PartsOf.counts(bins, parts[part], classes.bins().size()));
        name = moved > worst ? classes.feature() : name;
        worst = Math.max(worst, moved);
      }
      rows.add(
          List.of(
              Integer.toString(part + 1),
              Integer.toString(parts[part].length),
              decimal(PartsOf.auc(odds, bad, parts[part])),
              decimal(PartsOf.psi(odds, parts[0], parts[part])),
              decimal(worst) + " " + name));
    }
    return new Report.Table(
        new Wording("一段一段地看", "Part by part"),
        List.of(
            new Wording("段", "part"),
            new Wording("人数", "cases"),
            new Wording("AUC", "AUC"),
            new Wording("分数的 PSI", "PSI of the score"),
            new Wording("变得最多的一项（CSI）", "feature that moved most (CSI)")),
        rows);
  }

  private Report.Table swap() {
    SwapSet set = SwapSet.of(odds, check.challengerOdds(), bad, recipe.approve());
    return new Report.Table(
        new Wording("换成挑战者，谁进谁出", "Who changes sides if the challenger decides"),
        List.of(new Wording("谁", "who"), new Wording("人数", "cases"), new Wording("坏的", "bad")),
        List.of(
            List.of("in", Integer.toString(set.in()), Integer.toString(set.badIn())),
            List.of("out", Integer.toString(set.out()), Integer.toString(set.badOut())),
            List.of("both", Integer.toString(set.both()), Integer.toString(set.badBoth()))));
  }

  private Report.Table screens() {
    return new Report.Table(
        new Wording("公平筛查：过线的比例", "Fairness: who reaches the cut-off"),
        List.of(
            new Wording("列", "column"),
            new Wording("组", "group"),
            new Wording("人数", "cases"),
            new Wording("坏的比例", "share bad"),
            new Wording("过线", "passing"),
            new Wording("和最高组比（五分之四）", "against the best (four fifths)"),
            new Wording("好人里比（机会均等）", "among the good (equal opportunity)"),
            new Wording("要问", "asks")),
        groups().stream()
            .map(
                group ->
                    List.of(
                        group.column(),
                        group.name(),
                        Integer.toString(group.cases()),
                        percent(group.badRate()),
                        percent(group.passing()),
                        decimal(group.ratio()),
                        decimal(group.goodRatio()),
                        group.asks() ? "?" : ""))
            .toList());
  }

  private Report.Table proxies() {
    return new Report.Table(
        new Wording("能不能从某一项猜出受保护的组", "Whether a feature gives a protected group away"),
        List.of(
            new Wording("项", "feature"),
            new Wording("列", "column"),
            new Wording("AUC", "AUC"),
            new Wording("要问", "asks")),
        Fairness.proxies(model, applicants.sample(), applicants.shielded(), recipe.protectedBands())
            .stream()
            .sorted(Comparator.comparingDouble(proxy -> -proxy.auc()))
            .limit(20)
            .map(
                proxy ->
                    List.of(
                        proxy.feature(),
                        proxy.column(),
                        decimal(proxy.auc()),
                        proxy.asks() ? "?" : ""))
            .toList());
  }

  private Report.Text rejects() {
    if (recipe.rejects().isPresent()) {
      return new Report.Text(new Wording("没放款的人", "Those turned down"), assumption());
    }
    return new Report.Text(
        new Wording("没放款的人", "Those turned down"),
        new Wording(
            "数据里只有知道结果的人。要把被拒的人也算进来，只能假设他们会怎样（分档抽签、一人两份），" + "那是假设，不是数据；这张卡没有用。",
            "The data hold known outcomes only. To count those turned down one must assume theirs"
                + " (parcelling, fuzzy augmentation): an assumption, not data. This card did"
                + " not."));
  }

  /** What was assumed of those turned down, as both the card and the report say it. */
  private Wording assumption() {
    RejectInference.Plan plan = recipe.rejects().orElseThrow();
    int rows = applicants.rejected().rows();
    boolean fuzzy = plan.how() == RejectInference.How.FUZZY;
    String worse = Bin.number(plan.worse());
    return new Wording(
        "假设，不是数据："
            + rows
            + " 个没放款的人按已放款的人的卡"
            + (fuzzy ? "一人算两份" : "分档抽签")
            + "补了结果，当作同分的人里坏的可能（比值）的 "
            + worse
            + " 倍。上面的准确度只在知道结果的人身上量过。",
        "An assumption, not data: "
            + rows
            + " applicants who were turned down were given outcomes by a card of those let in, by "
            + (fuzzy ? "fuzzy augmentation" : "parcelling")
            + ", with "
            + worse
            + " times the odds of bad of the same score. The figures above are measured on known"
            + " outcomes only.");
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }
}
