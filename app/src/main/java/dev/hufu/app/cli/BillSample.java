package dev.hufu.app.cli;

import dev.hufu.app.bill.MadeBill;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu bill sample OUT.csv|OUT.xlsx}: a made-up bill in WeChat's form, the same for the same
 * seed, to try things on.
 */
@Command(name = "sample", mixinStandardHelpOptions = true)
public final class BillSample implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "OUT", arity = "1")
  private Path out = Path.of("bill.csv");

  @Option(names = "--rows", paramLabel = "N")
  private int rows = 2_000;

  @Option(names = "--seed", paramLabel = "N")
  private long seed = 1;

  public BillSample(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (rows < 1 || rows > Limits.BILL_ROWS_MAX) {
      terminal.say(
          "--rows 要在 1 和 " + Limits.BILL_ROWS_MAX + " 之间",
          "--rows is from 1 to " + Limits.BILL_ROWS_MAX);
      return ExitCodes.USAGE;
    }
    MadeBill bill = MadeBill.of(rows, seed);
    boolean sheet = out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    // What is there may be somebody's real bill.
    try (OutputStream to =
        new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.CREATE_NEW))) {
      if (sheet) {
        bill.xlsx(to);
      } else {
        bill.csv(to);
      }
    } catch (FileAlreadyExistsException there) {
      terminal.say(
          "已经有 " + out + " 了，没有动它；换个名字",
          out + " is there already and was left alone; take another name");
      return ExitCodes.USAGE;
    } catch (IOException unwritable) {
      terminal.refuse(Refusal.of(Code.FILE_UNREADABLE, out.toString()));
      return ExitCodes.REFUSED;
    }
    return ExitCodes.OK;
  }
}
