package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;

/** Something to keep as evidence, and why: the retain stage in words. */
public record KeepItem(String id, Wording what, Wording why) {}
