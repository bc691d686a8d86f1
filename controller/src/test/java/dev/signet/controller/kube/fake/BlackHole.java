package dev.signet.controller.kube.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way to a server that can be lost without a word: connections stay open and forward nothing.
 * Those that were open when it happened stay lost for ever; later ones are accepted, and forward
 * nothing until the way is there again.
 */
public final class BlackHole implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /** Odd while the way is lost: each connection remembers the number it began with. */
  private final AtomicLong era = new AtomicLong();

  public BlackHole(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  public void lose() {
    era.updateAndGet(it -> it | 1);
  }

  public void restore() {
    era.updateAndGet(it -> (it | 1) + 1);
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        long began = era.get();
        Thread.ofPlatform().daemon().start(() -> forward(client, server, began));
        Thread.ofPlatform().daemon().start(() -> forward(server, client, began));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void forward(Socket from, Socket to, long began) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (era.get() != began) {
          return;
        }
        if (began % 2 == 0) {
          out.write(buffer, 0, n);
          out.flush();
        }
      }
      if (era.get() == began && began % 2 == 0) {
        to.close();
      }
    } catch (IOException gone) {
      // One side has closed; the other notices, unless the way is lost.
    }
  }
}
