package dev.hufu.policy.load;

import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the names inside a pack over lost money against each other: every event, clock, task, paper
 * and check that is named is there, and no task waits for itself.
 */
record CasePolicyNames(
    Set<String> events,
    Set<String> clocks,
    Map<String, CasePolicy.Task> tasks,
    Set<String> papers,
    Set<String> checks,
    Problems problems) {

  /** Checks what events, clocks and tasks name. */
  void check(Branch casework, Map<String, Branch> files) {
    casework.list("events").forEach(each -> one(each, "after", events, "event"));
    for (Branch clock : casework.list("clocks")) {
      one(clock, "from", events, "event");
      one(clock, "until", events, "event");
      one(clock, "then", tasks.keySet(), "task");
      clock.find("renewal").ifPresent(renewal -> one(renewal, "event", events, "event"));
    }
    for (Branch task : list(files, "tasks.yaml", "tasks")) {
      each(task, "after", tasks.keySet(), "task");
      each(task, "events", events, "event");
      each(task, "clocks", clocks, "clock");
      one(task, "paper", papers, "paper");
      one(task, "check", checks, "check");
      if (waitsForItself(task.text("id"))) {
        problems.add(task, "the task " + task.text("id") + " waits for itself");
      }
    }
  }

  /** Checks what plans and ways name. */
  void checkPlans(
      Branch casework,
      Map<String, Branch> files,
      Set<String> plans,
      List<CasePolicy.Scale> scales) {
    Set<String> known = scales.stream().map(CasePolicy.Scale::id).collect(Collectors.toSet());
    for (Branch plan : list(files, "plans.yaml", "plans")) {
      each(plan, "scales", known, "scale");
      each(plan, "papers", papers, "paper");
    }
    casework.list("ways").forEach(way -> each(way, "plans", plans, "plan"));
  }

  private static List<Branch> list(Map<String, Branch> files, String file, String name) {
    return Optional.ofNullable(files.get(file)).map(top -> top.list(name)).orElse(List.of());
  }

  private void one(Branch branch, String name, Set<String> known, String kind) {
    branch.find(name).ifPresent(found -> there(found, known, kind));
  }

  private void each(Branch branch, String name, Set<String> known, String kind) {
    branch.list(name).forEach(found -> there(found, known, kind));
  }

  private void there(Branch found, Set<String> known, String kind) {
    if (!known.contains(found.text())) {
      problems.add(found, "no " + kind + " " + found.text());
    }
  }

  private boolean waitsForItself(String task) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(after(task));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (next.equals(task)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(after(next));
      }
    }
    return false;
  }

  private List<String> after(String task) {
    return Optional.ofNullable(tasks.get(task)).map(CasePolicy.Task::after).orElse(List.of());
  }

  /** The tasks of a plan, each behind those it follows; else in the order of the file. */
  List<String> ordered(Branch list) {
    List<String> wanted = new ArrayList<>();
    for (Branch item : list.items()) {
      there(item, tasks.keySet(), "task");
      wanted.add(item.text());
    }
    LinkedHashSet<String> ordered = new LinkedHashSet<>();
    wanted.forEach(task -> place(task, wanted, ordered, new LinkedHashSet<>()));
    return List.copyOf(ordered);
  }

  private void place(String task, List<String> wanted, Set<String> ordered, Set<String> underWay) {
    if (ordered.contains(task) || !underWay.add(task)) {
      return;
    }
    after(task).stream()
        .filter(wanted::contains)
        .forEach(before -> place(before, wanted, ordered, underWay));
    ordered.add(task);
  }
}
