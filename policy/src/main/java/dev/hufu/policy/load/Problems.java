package dev.hufu.policy.load;

import dev.hufu.kernel.code.Position;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while the files of a pack are read; reading goes on after each. */
final class Problems {

  private final List<PackProblem> found = new ArrayList<>();

  void add(Position position, String message) {
    found.add(new PackProblem(position, message));
  }

  void add(Branch branch, String message) {
    add(branch.position(), message);
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<PackProblem> sorted() {
    return found.stream().distinct().sorted().toList();
  }
}
