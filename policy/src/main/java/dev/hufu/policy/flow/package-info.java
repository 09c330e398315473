/**
 * What somebody's bills say about income and commitments: each row is told apart once, and every
 * figure names the rows it comes from. What a bill cannot say is missing, with the reason; nothing
 * is guessed, and nothing of a class of data that was not allowed is read.
 */
@NullMarked
package dev.hufu.policy.flow;

import org.jspecify.annotations.NullMarked;
