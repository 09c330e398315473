package dev.hufu.tlog.merkle;

import java.util.Optional;

/**
 * Where complete nodes of a tree are read from: tiles, a table, a map in a test.
 *
 * <p>The node of level {@code l} and index {@code i} is the root over the leaves from {@code i ·
 * 2^l} up to but not including {@code (i + 1) · 2^l}; leaves are of level 0. Only nodes that are
 * complete are asked for. Empty means: not there.
 */
@FunctionalInterface
public interface NodeReader {

  Optional<Hash> node(int level, long index);
}
