package dev.hufu.policy.load;

import dev.hufu.kernel.code.Position;

/**
 * One thing wrong with a pack: where, and what would be right.
 *
 * <p>Printed as {@code rules.yaml:12:11: undeclared reference to 'reqest'; did you mean "request"?}
 */
public record PackProblem(Position position, String message) implements Comparable<PackProblem> {

  @Override
  public int compareTo(PackProblem other) {
    int byFile = position.file().compareTo(other.position.file());
    int byLine = Integer.compare(position.line(), other.position.line());
    int byColumn = Integer.compare(position.column(), other.position.column());
    return byFile != 0 ? byFile : byLine != 0 ? byLine : byColumn;
  }

  @Override
  public String toString() {
    return position + ": " + message;
  }
}
