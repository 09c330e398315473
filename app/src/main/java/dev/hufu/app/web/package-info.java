/**
 * The pages. Controllers are thin: they read a form, call a desk of {@link dev.hufu.app.request},
 * and hand a view record to a template; no rule about money stands here. Every page works without
 * JavaScript, and nothing a person typed is lost when a form is refused.
 */
@NullMarked
package dev.hufu.app.web;

import org.jspecify.annotations.NullMarked;
