/** What people type and what files hold, well formed or not. */
@NullMarked
package dev.hufu.intake.price;

import org.jspecify.annotations.NullMarked;
