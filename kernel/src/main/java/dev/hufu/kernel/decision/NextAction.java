package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;
import java.util.Optional;

/**
 * The one thing to do now.
 *
 * @param id kebab case: {@code call-known-number}
 * @param act the action, verb first
 * @param otherwise what to do if it cannot be done
 * @param fact the fact that doing it will settle, if it settles one
 */
public record NextAction(String id, Wording act, Wording otherwise, Optional<String> fact) {}
