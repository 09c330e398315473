package dev.hufu.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port through which one browser reaches the server from a loopback address of its own, so that
 * its posts are counted apart from everybody else's, as those of people at home are.
 */
final class Doorway implements AutoCloseable {

  private static final AtomicInteger NEXT = new AtomicInteger(2);

  private final ServerSocket door;
  private final InetAddress from;
  private final InetSocketAddress to;

  private Doorway(ServerSocket door, InetAddress from, InetSocketAddress to) {
    this.door = door;
    this.from = from;
    this.to = to;
  }

  static Doorway to(InetSocketAddress server) {
    try {
      int number = NEXT.getAndIncrement();
      InetAddress from =
          InetAddress.getByAddress(
              new byte[] {127, 0, (byte) (number / 250), (byte) (number % 250)});
      ServerSocket door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
      Doorway made = new Doorway(door, from, server);
      Thread.ofVirtual().start(made::serve);
      return made;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  String base() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Thread.ofVirtual().start(() -> lead(near));
      } catch (IOException closed) {
        // the door is closed at the end of a test
      }
    }
  }

  private void lead(Socket near) {
    try {
      Socket far = new Socket(to.getAddress(), to.getPort(), from, 0);
      Thread.ofVirtual().start(() -> pump(far, near));
      pump(near, far);
    } catch (IOException gone) {
      // nobody is at home any more: whoever asked must see that, not wait
      try {
        near.close();
      } catch (IOException closed) {
        throw new java.io.UncheckedIOException(closed);
      }
    }
  }

  private static void pump(Socket in, Socket out) {
    try (in;
        out) {
      InputStream bytes = in.getInputStream();
      OutputStream sink = out.getOutputStream();
      bytes.transferTo(sink);
      out.shutdownOutput();
    } catch (IOException ended) {
      // one side has hung up, which ends the conversation
    }
  }
}
