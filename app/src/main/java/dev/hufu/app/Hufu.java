package dev.hufu.app;

import dev.hufu.app.ops.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The word before every command; its own options are those that every command has. */
@Command(name = "hufu", mixinStandardHelpOptions = true, versionProvider = Hufu.Version.class)
final class Hufu {

  /** Read by {@link Main#langOf} before the line is parsed; named here so that help lists it. */
  @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
  String lang = "zh";

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"虎符 Hufu " + Edition.read()};
    }
  }
}
