package dev.hufu.app;

import dev.hufu.app.identity.SignInLinks;
import dev.hufu.app.ops.Edition;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.Housing;
import dev.hufu.app.ops.Housing.Opened;
import dev.hufu.app.ops.PortProbe;
import dev.hufu.app.ops.ServeSettings;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackOfTheDay;
import dev.hufu.app.request.WarmUp;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hufu serve}: opens the data folder, starts the pages, prints the one-time link. What stops
 * it from starting is one sentence and exit code 3.
 */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  /** Not an exit code: the server runs, and the process ends with it. */
  static final int STAYS = -1;

  private static final int PORT = 8080;

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--port", paramLabel = "N")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--listen", paramLabel = "ADDRESS")
  private String listen = ServeSettings.LOOPBACK;

  @Option(names = "--host", paramLabel = "NAME")
  private List<String> hosts = List.of();

  /** Starts, asks for the first page, stops: the launcher records a start this way. */
  @Option(names = "--rehearse", hidden = true)
  private boolean rehearse;

  ServeCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Optional<ServeSettings> wanted = settings();
    if (wanted.isEmpty()) {
      terminal
          .err()
          .println(new Wording("端口是 0 到 65535。", "A port is 0 to 65535.").in(terminal.lang()));
      return ExitCodes.USAGE;
    }
    ServeSettings settings = wanted.get();
    Optional<Refusal> busy = PortProbe.refusalOf(settings);
    if (busy.isPresent()) {
      terminal.refuse(busy.get());
      return ExitCodes.ENVIRONMENT;
    }
    terminal.say(
        "虎符 " + Edition.read() + "  先核实，再转账",
        "Hufu " + Edition.read() + "  verify first, then pay");
    return switch (Housing.open(
        settings.folder(), environment, SystemClock.get(), this::tellStep)) {
      case Outcome.Refused<Housing>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.ENVIRONMENT;
      }
      case Outcome.Ok<Housing>(var housing) -> serve(settings, housing);
    };
  }

  private Optional<ServeSettings> settings() {
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    try {
      int chosen =
          port.orElseGet(() -> Integer.parseInt(environment.getOrDefault("HUFU_PORT", "" + PORT)));
      return Optional.of(new ServeSettings(chosen, listen, folder, hosts, SystemClock.get()));
    } catch (IllegalArgumentException notAPort) {
      return Optional.empty();
    }
  }

  private int serve(ServeSettings settings, Housing housing) throws IOException {
    HufuServer server;
    try {
      server = HufuServer.start(settings, housing);
    } catch (RuntimeException fault) {
      housing.close();
      throw fault;
    }
    Opened opened = housing.noteStart(server.port(), SystemClock.get());
    if (rehearse) {
      int status = askFirstPage(server.port());
      server.close();
      housing.close();
      return status;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("hufu-stop")
                .unstarted(
                    () -> {
                      server.close();
                      housing.close();
                    }));
    welcome(settings, opened, link(settings, server));
    var _beside = WarmUp.begin(server.room(PackOfTheDay.class), SystemClock.get().instant());
    return STAYS;
  }

  private static String link(ServeSettings settings, HufuServer server) {
    String host = settings.moreHosts().isEmpty() ? "127.0.0.1" : settings.moreHosts().getFirst();
    String secret = server.room(SignInLinks.class).issue(SystemClock.get().instant());
    return "http://" + host + ":" + server.port() + "/enter?k=" + secret;
  }

  private void tellStep(Wording step) {
    terminal.out().println("  " + step.in(terminal.lang()));
  }

  private void welcome(ServeSettings settings, Opened opened, String link) {
    String jdk = "JDK " + Runtime.version();
    String folder = HomeFolder.shown(settings.folder());
    long hours = Limits.SIGN_IN_LINK_LIFE.toHours();
    terminal.say(
        "  " + jdk + "   数据文件夹 " + folder + "   " + opened.database(),
        "  " + jdk + "   data folder " + folder + "   " + opened.database());
    terminal.say(
        "  启动用时 %.1f 秒".formatted(opened.startMillis() / 1000.0),
        "  started in %.1f s".formatted(opened.startMillis() / 1000.0));
    terminal.say("打开 → " + link, "Open → " + link + "&lang=en");
    terminal.say(
        "  （一次性登录链接，" + hours + " 小时内有效，只能用一次）",
        "  (signs you in once, good for " + hours + " hours)");
    terminal.say(
        "停止 Ctrl+C · 自检 ./hufu doctor · English: ./hufu --lang en",
        "Stop with Ctrl+C · check with ./hufu doctor");
  }

  private static int askFirstPage(int port) throws IOException {
    for (String page : List.of("/", "/enter?k=rehearsal", "/ops/health")) {
      HttpURLConnection ask =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
      ask.setRequestProperty("Accept", "text/html, application/json");
      try (var body = ask.getResponseCode() < 400 ? ask.getInputStream() : ask.getErrorStream()) {
        var _text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return ExitCodes.OK;
  }
}
