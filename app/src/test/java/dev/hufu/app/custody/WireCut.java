package dev.hufu.app.custody;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a program and its PostgreSQL and lets the program die at the n-th point: a message
 * to the database that is not delivered, or one that is delivered and whose answer nobody hears
 * (the commit that happened, as far as the program knows, or not). Other points, such as calls of a
 * witness, count along by {@link #point}.
 *
 * <p>After the fatal point everything is cut, as it is when a process is killed; {@link #live}
 * begins the next life.
 */
final class WireCut implements AutoCloseable {

  /** Messages of the protocol that make the server do something: query, execute, sync. */
  private static final String COUNTED = "QES";

  private final ServerSocket door;
  private final int databasePort;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile boolean dead;

  WireCut(int databasePort) {
    this.databasePort = databasePort;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var _accepting = Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The next life, with so many points until its end. */
  synchronized void live(int points) {
    cut();
    left.set(points);
    dead = false;
  }

  /** So many points from here. */
  void arm(int points) {
    left.set(points);
  }

  boolean dead() {
    return dead;
  }

  /**
   * One more point; true if the program is dead from here on. Under the same lock as {@link #live},
   * or a straggler of the last life could kill the next one before it is armed.
   */
  synchronized boolean point() {
    if (!dead && left.decrementAndGet() < 0) {
      dead = true;
      cut();
    }
    return dead;
  }

  private void cut() {
    sockets.forEach(WireCut::shut);
    sockets.clear();
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        admit(door.accept());
      } catch (IOException gone) {
        continue; // whoever knocked hung up, or the door was closed
      }
    }
    cut();
  }

  /** One who hangs up at the door must not keep it shut for those who come after. */
  private void admit(Socket program) throws IOException {
    if (dead) {
      program.close();
      return;
    }
    Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
    program.setTcpNoDelay(true);
    database.setTcpNoDelay(true);
    sockets.add(program);
    sockets.add(database);
    var _there = Thread.ofVirtual().start(() -> forward(program, database));
    var _back = Thread.ofVirtual().start(() -> answer(database, program));
  }

  /** Message by message; the first of a connection has no letter. */
  private void forward(Socket from, Socket to) {
    try (from;
        to) {
      DataInputStream in = new DataInputStream(from.getInputStream());
      DataOutputStream out = new DataOutputStream(to.getOutputStream());
      boolean started = false;
      while (true) {
        int letter = started ? in.read() : 0;
        if (letter < 0) {
          return;
        }
        int length = in.readInt();
        byte[] rest = in.readNBytes(length - Integer.BYTES);
        // A question about encryption comes first and has 8 bytes; the start itself has more.
        boolean question = !started && length == 2 * Integer.BYTES;
        if (COUNTED.indexOf(letter) >= 0 && point()) {
          return;
        }
        if (started) {
          out.writeByte(letter);
        }
        out.writeInt(length);
        out.write(rest);
        out.flush();
        if (!question) {
          started = true;
        }
        if (COUNTED.indexOf(letter) >= 0 && point()) {
          return;
        }
      }
    } catch (EOFException over) {
      return;
    } catch (IOException cut) {
      return;
    }
  }

  private void answer(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8_192];
      int read = in.read(buffer);
      while (read >= 0 && !dead) {
        out.write(buffer, 0, read);
        out.flush();
        read = in.read(buffer);
      }
    } catch (IOException cut) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    cut();
  }
}
