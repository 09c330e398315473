/** CEL expressions: compiled against declared names, evaluated to true, false or unknown. */
@NullMarked
package dev.hufu.policy.expression;

import org.jspecify.annotations.NullMarked;
