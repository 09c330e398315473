package dev.hufu.app.workbench;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.PackVersion;
import java.util.Optional;

/**
 * The page on which a history is uploaded, and what a version would have done with it.
 *
 * @param past empty before anybody has asked, and where the history was refused
 */
public record PastView(PackVersion version, Optional<PastEvents> past, Optional<Refusal> refusal) {}
