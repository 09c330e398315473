package dev.hufu.app.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells whose matters a request may see.
 *
 * <p>Example: {@code request -> Visitors.of(request).owner()}.
 */
@FunctionalInterface
public interface Owners {

  String ownerOf(HttpServletRequest request);
}
