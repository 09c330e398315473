/**
 * Where a team works on packs: versions from draft to live and back, rules with their sources,
 * tests on every save, a second person before anything decides.
 *
 * <p>Desks hold the work, pages draw it. Every page takes a {@link dev.hufu.app.identity.Member},
 * so guests never see any of it. Packs that decide events answer for {@link
 * dev.hufu.app.workbench.PastEvents}.
 */
@NullMarked
package dev.hufu.app.workbench;

import org.jspecify.annotations.NullMarked;
