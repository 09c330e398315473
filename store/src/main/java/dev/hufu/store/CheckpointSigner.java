package dev.hufu.store;

import dev.hufu.tlog.merkle.Hash;

/**
 * Signs what the sequencer has come to. Called inside its transaction, so that no checkpoint is
 * signed twice with different content for one size; what it returns is published after commit only.
 */
@FunctionalInterface
public interface CheckpointSigner {

  /** The whole signed note, as it is served at {@code /log/checkpoint}. */
  String sign(String origin, long size, Hash root);
}
