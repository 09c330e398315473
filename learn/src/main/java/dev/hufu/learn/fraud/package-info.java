/**
 * Payment fraud: models over streams of payments, whose numbers come from the engine's own feature
 * plan and whose labels are known only days later; and over a graph of payments of which some are
 * labelled. Nothing here reads a label before it could have been known.
 */
@NullMarked
package dev.hufu.learn.fraud;

import org.jspecify.annotations.NullMarked;
