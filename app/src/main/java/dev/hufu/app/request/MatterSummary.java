package dev.hufu.app.request;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;

/** One line of the list of matters; without chat, names or sums. */
public record MatterSummary(
    String id, Instant openedAt, Instant decidedAt, Verdict verdict, Wording headline) {}
