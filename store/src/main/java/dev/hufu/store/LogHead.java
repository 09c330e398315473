package dev.hufu.store;

import dev.hufu.tlog.merkle.Hash;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a log has come.
 *
 * @param epoch 0, and one more for each time the log had to begin anew
 * @param origin the name in its checkpoints: {@code hufu.local/9f2c7e410b6d/0}
 * @param size entries
 * @param checkpoint the signed note over origin, size and root; empty before the first is signed
 * @param signedAt when it was signed, empty likewise
 */
public record LogHead(
    int epoch,
    String origin,
    long size,
    Hash root,
    Optional<String> checkpoint,
    Optional<Instant> signedAt) {}
