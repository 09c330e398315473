package dev.hufu.app.ops;

/**
 * What the process says to the shell, the same for every command; {@code
 * docs/reference/exit-codes.md} lists them for people.
 */
public final class ExitCodes {

  public static final int OK = 0;

  /** The command worked and its answer is "no": a red verdict, a failing pack test. */
  public static final int FINDING = 1;

  /** The command line cannot be understood. */
  public static final int USAGE = 2;

  /** This machine lacks something: a free port, disk, a readable folder, a JDK. */
  public static final int ENVIRONMENT = 3;

  /** What was given in was refused with a code of the register. */
  public static final int REFUSED = 4;

  /** A fault of ours. */
  public static final int FAULT = 5;

  private ExitCodes() {}
}
