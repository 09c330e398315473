package dev.hufu.app.workbench;

import dev.hufu.store.PackVersion;

/** One rule of a version with its source, tests and history. */
public record RuleView(PackVersion version, RuleDesk.Page page) {}
