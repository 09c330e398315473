package dev.hufu.app.workbench;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.PackVersion;
import java.util.Optional;

/** What a version would have done with past events, once somebody has asked. */
public record PastView(
    PackVersion version, Optional<PastEvents.Effect> effect, Optional<Refusal> refusal) {}
