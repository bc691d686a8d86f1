package dev.signet.controller.kube.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** What is sent back, or not. */
public final class Reply {
  private final Socket socket;
  private final OutputStream out;
  private final CountDownLatch closed;

  Reply(Socket socket, CountDownLatch closed) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.closed = closed;
  }

  public void json(int code, String body) throws IOException {
    send(code, "", body);
  }

  /** With further header lines, each ended. */
  public void send(int code, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    text(
        "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(code, bytes.length, headers));
    out.write(bytes);
    out.flush();
  }

  /** A Status as the API server words it. */
  public void status(int code, String reason, String message) throws IOException {
    json(
        code,
        """
        {"kind":"Status","apiVersion":"v1","status":"Failure","code":%d,"reason":"%s",\
        "message":"%s"}"""
            .formatted(code, reason, message));
  }

  /** There is no such object, in the words of an API server about the object of this path. */
  public void notFound(String path) throws IOException {
    String[] segments = path.replaceFirst("/status$", "").split("/", -1);
    String name = segments[segments.length - 1];
    String kind = segments[segments.length - 2];
    json(
        404,
        """
        {"kind":"Status","apiVersion":"v1","status":"Failure","code":404,"reason":"NotFound",\
        "message":"%s \\"%s\\" not found","details":{"name":"%s","kind":"%s"}}"""
            .formatted(kind, name, name, kind));
  }

  public void beginStream() throws IOException {
    text("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  public void part(String text) throws IOException {
    text(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
  }

  public void endStream() throws IOException {
    text("0\r\n\r\n");
  }

  /** Resets the connection. */
  public void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says nothing more, and keeps the connection. */
  public void silence() throws InterruptedException {
    closed.await();
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
