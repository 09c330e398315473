package dev.hufu.kernel.matter;

/** How private a fact is: what may be shown where, and what is masked in logs and shared cards. */
public enum Sensitivity {
  /** Tells nothing about a person by itself. */
  OPEN,
  /** About a person: names, words, income. Never on a shared card. */
  PERSONAL,
  /** Financial accounts, documents of identity, health. Never asked for unless the law needs it. */
  SENSITIVE
}
