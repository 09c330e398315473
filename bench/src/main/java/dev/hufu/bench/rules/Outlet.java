package dev.hufu.bench.rules;

/** What rules with a right-hand side write to: the set that is filled just now. */
public final class Outlet {

  private Fired fired = new Fired(0);

  void into(Fired set) {
    fired = set;
  }

  public void set(int rule) {
    fired.set(rule);
  }
}
