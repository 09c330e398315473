/**
 * What keeps the house running: starting and stopping, the one clock, errors on every edge,
 * headers, rate limits, the request log and the doctor.
 *
 * <p>Other rooms need four things from here: {@link dev.hufu.app.ops.Tongue} for the language of a
 * reply, {@link dev.hufu.app.ops.Refused} to refuse from inside a controller, {@link
 * dev.hufu.app.ops.ErrorPages} to draw the page of a refusal, and {@link java.time.Clock} as a
 * bean.
 */
@NullMarked
package dev.hufu.app.ops;

import org.jspecify.annotations.NullMarked;
