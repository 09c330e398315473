package dev.hufu.store;

import dev.hufu.kernel.decision.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * A matter as a row tells of it, without anything a person wrote.
 *
 * @param kind {@code request}
 * @param verdict of the latest decision
 * @param erasedAt from then on the content is gone for good
 */
public record Matter(
    MatterId id,
    String kind,
    PersonId owner,
    Instant openedAt,
    Instant updatedAt,
    Optional<Verdict> verdict,
    Optional<Instant> erasedAt) {}
