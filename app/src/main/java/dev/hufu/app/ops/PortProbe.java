package dev.hufu.app.ops;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Looks, before anything is started, whether the port is free, and if not, who has it. */
public final class PortProbe {

  private PortProbe() {}

  /** Empty if the port can be had; else ALREADY_RUNNING or HTTP_PORT_BUSY. */
  public static Optional<Refusal> refusalOf(ServeSettings settings) {
    Optional<RunNote> running = RunNote.find(settings.folder()).filter(RunNote::alive);
    if (running.isPresent() && taken(settings.listen(), running.get().port())) {
      return Optional.of(Refusal.of(Code.ALREADY_RUNNING, describe(running.get())));
    }
    return settings.port() != 0 && taken(settings.listen(), settings.port())
        ? Optional.of(Refusal.of(Code.HTTP_PORT_BUSY, String.valueOf(settings.port())))
        : Optional.empty();
  }

  private static String describe(RunNote note) {
    return "http://127.0.0.1:" + note.port() + "/ (kill " + note.pid() + ")";
  }

  private static boolean taken(String address, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return false;
    } catch (IOException busy) {
      return true;
    }
  }
}
