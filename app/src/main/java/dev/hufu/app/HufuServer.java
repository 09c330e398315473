package dev.hufu.app;

import dev.hufu.app.ops.Housing;
import dev.hufu.app.ops.ServeSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running server: the pages on top of an opened data folder.
 *
 * <p>Example: {@code try (var server = HufuServer.start(settings, housing)) { server.port(); }}.
 * Closing it stops taking requests, finishes those that run, and leaves the housing open.
 */
public final class HufuServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  private HufuServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  public static HufuServer start(ServeSettings settings, Housing housing) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.listen());
    properties.put("server.port", settings.port());
    properties.put("spring.main.register-shutdown-hook", false);
    var context =
        new SpringApplicationBuilder(HufuApplication.class)
            .properties(properties)
            .initializers(
                (GenericApplicationContext fresh) -> {
                  fresh.registerBean(ServeSettings.class, () -> settings);
                  housing.register(fresh);
                })
            .run();
    return new HufuServer((ServletWebServerApplicationContext) context);
  }

  /** The TCP port the pages are on, also where the settings left the choice to the system. */
  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** The bean of a room, for a start that has to ask something of it. */
  public <T> T room(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
