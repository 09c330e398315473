/**
 * What a person may agree to let somebody see. A feature names the classes of data it comes from,
 * so that a score is reckoned on what was allowed and on nothing else.
 */
@NullMarked
package dev.hufu.kernel.consent;

import org.jspecify.annotations.NullMarked;
