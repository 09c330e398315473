package dev.hufu.app;

import dev.hufu.app.cli.AskCommand;
import dev.hufu.app.cli.BacktestCommand;
import dev.hufu.app.cli.BillCommand;
import dev.hufu.app.cli.BillFeatures;
import dev.hufu.app.cli.BillSample;
import dev.hufu.app.cli.CardCommand;
import dev.hufu.app.cli.CardExplain;
import dev.hufu.app.cli.CardFit;
import dev.hufu.app.cli.CardPmml;
import dev.hufu.app.cli.CardScore;
import dev.hufu.app.cli.DecideCommand;
import dev.hufu.app.cli.EvaluateCommand;
import dev.hufu.app.cli.EvidenceCommand;
import dev.hufu.app.cli.EvidenceExport;
import dev.hufu.app.cli.EvidenceVerify;
import dev.hufu.app.cli.FsckCommand;
import dev.hufu.app.cli.KeysCommand;
import dev.hufu.app.cli.LearnCommand;
import dev.hufu.app.cli.LearnEvaluate;
import dev.hufu.app.cli.LearnMonitor;
import dev.hufu.app.cli.LearnScore;
import dev.hufu.app.cli.LearnTrain;
import dev.hufu.app.cli.LenderCommand;
import dev.hufu.app.cli.LoanCommand;
import dev.hufu.app.cli.NewEpochCommand;
import dev.hufu.app.cli.PackCommand;
import dev.hufu.app.cli.PlanCommand;
import dev.hufu.app.cli.PriceCommand;
import dev.hufu.app.cli.RehearseCommand;
import dev.hufu.app.cli.ReplayCommand;
import dev.hufu.app.cli.ScreenCommand;
import dev.hufu.app.cli.WitnessCommand;
import dev.hufu.app.ops.DoctorCommand;
import dev.hufu.app.ops.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Every command by the word that calls it, in the order of the help; made only when it is wanted. A
 * new command goes here.
 */
final class Commands {

  private Commands() {}

  static Map<String, Supplier<Object>> all(Terminal terminal, Map<String, String> environment) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", () -> new ServeCommand(terminal, environment));
    commands.put("ask", () -> new AskCommand(terminal, environment));
    commands.put("loan", () -> new LoanCommand(terminal, environment));
    commands.put("lender", () -> new LenderCommand(terminal, environment));
    commands.put("price", () -> new PriceCommand(terminal, environment));
    commands.put("plan", () -> new PlanCommand(terminal));
    commands.put(
        "bill",
        () ->
            new CommandLine(new BillCommand(terminal, environment))
                .addSubcommand("features", new BillFeatures(terminal, environment))
                .addSubcommand("sample", new BillSample(terminal)));
    commands.put("screen", () -> new ScreenCommand(terminal, environment));
    commands.put("decide", () -> new DecideCommand(terminal, environment));
    commands.put("backtest", () -> new BacktestCommand(terminal, environment));
    commands.put("replay", () -> new ReplayCommand(terminal, environment));
    commands.put("evaluate", () -> new EvaluateCommand(terminal, environment));
    commands.put(
        "learn",
        () ->
            new CommandLine(new LearnCommand())
                .addSubcommand("train", new LearnTrain(terminal, environment))
                .addSubcommand("evaluate", new LearnEvaluate(terminal, environment))
                .addSubcommand("score", new LearnScore(terminal, environment))
                .addSubcommand("monitor", new LearnMonitor(terminal)));
    commands.put(
        "card",
        () ->
            new CommandLine(new CardCommand())
                .addSubcommand("score", new CardScore(terminal))
                .addSubcommand("explain", new CardExplain(terminal))
                .addSubcommand("fit", new CardFit(terminal))
                .addSubcommand("pmml", new CardPmml(terminal)));
    commands.put("pack", () -> new PackCommand(terminal, environment));
    commands.put(
        "evidence",
        () ->
            new CommandLine(new EvidenceCommand())
                .addSubcommand("export", new EvidenceExport(terminal, environment))
                .addSubcommand("verify", new EvidenceVerify(terminal))
                .addSubcommand("fsck", new FsckCommand(terminal, environment))
                .addSubcommand("new-epoch", new NewEpochCommand(terminal, environment))
                .addSubcommand("keys", new KeysCommand(terminal, environment)));
    commands.put("witness", () -> new WitnessCommand(terminal, environment));
    commands.put("doctor", () -> new DoctorCommand(terminal, environment));
    commands.put(
        "rehearse",
        () ->
            new RehearseCommand(
                line -> Main.run(line, environment, terminal.out(), terminal.err())));
    return commands;
  }
}
