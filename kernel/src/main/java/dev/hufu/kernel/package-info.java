/**
 * The words of the field as types: money, time, facts, scripts, decisions.
 *
 * <p>This room sees nothing but the JDK and JSpecify and compiles for Java 21, so that the server,
 * the command line, a backtest and a stream job all load the same bytecode. It does no I/O and
 * never asks what time it is: time is an argument. Start reading at {@link
 * dev.hufu.kernel.decision.Decision}, which is what the whole system exists to make.
 */
@NullMarked
package dev.hufu.kernel;

import org.jspecify.annotations.NullMarked;
