package dev.signet.controller.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that nobody wanted. Where a connection is closed over what still comes in, the system
 * tells the sender to forget the answer too; so the answer goes out first, and then a little of the
 * rest may come.
 */
final class Unread {
  private static final int MOST = 256 * 1024;
  private static final int CHUNK = 8 * 1024;

  private Unread() {}

  static void letIn(Context context, byte[] answer) {
    try {
      context.res().setContentLength(answer.length);
      // Said, so that nobody sends his next request into a connection that is about to end.
      context.res().setHeader("Connection", "close");
      context.res().getOutputStream().write(answer);
      context.res().flushBuffer();
      InputStream in = context.req().getInputStream();
      byte[] chunk = new byte[CHUNK];
      for (int all = 0, count = 0; all < MOST && count >= 0; all += count) {
        count = in.read(chunk);
      }
    } catch (IOException _) {
      // He is gone, and has no use for an answer.
    }
  }
}
