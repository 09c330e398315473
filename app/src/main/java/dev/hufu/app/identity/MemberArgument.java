package dev.hufu.app.identity;

import dev.hufu.app.ops.Refused;
import dev.hufu.kernel.code.Code;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller ask for the {@link Member}, and lets nobody else through. */
final class MemberArgument implements HandlerMethodArgumentResolver {

  private final Team team;

  MemberArgument(Team team) {
    this.team = team;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Member.class;
  }

  @Override
  public Member resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest http =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    return team.find(http).orElseThrow(() -> new Refused(Code.SIGN_IN_NEEDED));
  }
}
