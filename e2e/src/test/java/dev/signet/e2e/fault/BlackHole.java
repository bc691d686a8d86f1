package dev.signet.e2e.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to the API server that can go silent: connections stay open, take every byte and bring none
 * on, as behind a load balancer that lost its table. Nobody is told.
 */
public final class BlackHole implements AutoCloseable {
  private final ServerSocket door;
  private final InetSocketAddress server;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private volatile boolean silentForNew;

  private BlackHole(ServerSocket door, InetSocketAddress server) {
    this.door = door;
    this.server = server;
  }

  public static BlackHole before(InetSocketAddress server) {
    try {
      ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
      BlackHole hole = new BlackHole(door, server);
      Thread.ofVirtual().start(hole::accept);
      return hole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** All connections go silent, those that are open and those to come. */
  public void swallowAll() {
    silentForNew = true;
    swallowOpen();
  }

  /** The open connections go silent for good; new ones work. */
  public void swallowOpen() {
    connections.forEach(it -> it.silent.set(true));
  }

  /** New connections work again; the old ones stay as they are. */
  public void letNewThrough() {
    silentForNew = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // Closed, and the loop ends; or one client is gone already.
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket upstream = new Socket();
      Connection connection = new Connection(client, upstream, new AtomicBoolean(silentForNew));
      connections.add(connection);
      upstream.connect(server);
      Thread.ofVirtual().start(() -> connection.pump(client, upstream));
      connection.pump(upstream, client);
    } catch (IOException e) {
      close(client);
    }
  }

  private record Connection(Socket client, Socket upstream, AtomicBoolean silent) {
    void pump(Socket from, Socket to) {
      byte[] buffer = new byte[16 * 1024];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (!silent.get()) {
            out.write(buffer, 0, n);
          }
        }
      } catch (IOException e) {
        // The end of a connection, whoever ended it.
      }
      // Not even an end comes through a hole.
      if (!silent.get()) {
        close(from);
        close(to);
      }
    }
  }

  @Override
  public void close() {
    close(door);
    connections.forEach(
        it -> {
          close(it.client);
          close(it.upstream);
        });
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone.
    }
  }
}
