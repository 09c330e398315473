package dev.hufu.app.request;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;

/** One line of a matter's history: {@code D-7Q4K-2M9F, RED, 先别转}. */
public record DecisionSummary(String id, Instant at, Verdict verdict, Wording headline) {}
