/**
 * What happens in a stream: a sealed family of events over one compact form of values. A transfer,
 * a sign-in or a pack's own kind of event is the same row of numbers and words to the engine, and a
 * typed view to whoever reads Java.
 */
@NullMarked
package dev.hufu.kernel.event;

import org.jspecify.annotations.NullMarked;
