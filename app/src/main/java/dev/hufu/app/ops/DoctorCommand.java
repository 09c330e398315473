package dev.hufu.app.ops;

import dev.hufu.app.ops.DoctorSection.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu doctor}: a report that can be pasted into a public thread. Exit code 0 when all is as
 * it should be, 1 when a line is marked.
 */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  public DoctorCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    List<DoctorSection> sections = new ArrayList<>();
    sections.add(new MachineSection());
    sections.add(new DatabaseSection(environment));
    sections.add(new BrowserSection());
    ServiceLoader.load(DoctorSection.class).forEach(sections::add);
    List<Line> lines = sections.stream().flatMap(one -> one.look(folder).stream()).toList();
    if (json) {
      boolean well = lines.stream().allMatch(Line::good);
      terminal.out().println(written(lines, well));
      return well ? ExitCodes.OK : ExitCodes.FINDING;
    }
    for (Line line : lines) {
      terminal.out().printf("%s %-14s %s%n", line.good() ? "  " : "! ", line.name(), line.found());
    }
    long bad = lines.stream().filter(line -> !line.good()).count();
    if (bad == 0) {
      terminal.say("一切正常。", "All is well.");
      return ExitCodes.OK;
    }
    terminal.say("有 " + bad + " 处要看（行首有 !）。", bad + " lines need a look (marked with !).");
    return ExitCodes.FINDING;
  }

  private static String written(List<Line> lines, boolean well) {
    ObjectNode report = JsonMapper.shared().createObjectNode();
    report.put("well", well);
    ArrayNode list = report.putArray("lines");
    lines.forEach(
        line ->
            list.addObject()
                .put("name", line.name())
                .put("found", line.found())
                .put("good", line.good()));
    return report.toString();
  }
}
