package dev.hufu.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a plain link such as {@code ?mode=elder} into a cookie and leads back to the same page
 * without it. Works on every page that is read with GET, signed in or not.
 */
public final class PreferenceLinks extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query == null || !request.getMethod().equals("GET")) {
      chain.doFilter(request, response);
      return;
    }
    List<String> rest = new ArrayList<>();
    boolean chose = false;
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (Preferences.known(name, value)) {
        chose = true;
        response.addHeader(
            HttpHeaders.SET_COOKIE,
            Preferences.written(name, value, request.isSecure()).toString());
      } else {
        rest.add(pair);
      }
    }
    if (!chose) {
      chain.doFilter(request, response);
      return;
    }
    // a path that begins with two slashes would name another host
    String path = request.getRequestURI().replaceFirst("^[/\\\\]+", "/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        HttpHeaders.LOCATION, rest.isEmpty() ? path : path + "?" + String.join("&", rest));
  }
}
