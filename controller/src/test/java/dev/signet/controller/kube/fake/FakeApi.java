package dev.signet.controller.kube.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crds.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collections that can be listed in pages, watched from a version, read and written; with faults to
 * be thrown in. Objects are held as text, so that they may hold anything.
 */
public final class FakeApi implements AutoCloseable {
  /** What happens to watches that are open. */
  public enum Breakage {
    END,
    CUT,
    CUT_MID_LINE,
    SILENCE,
    GARBAGE_LINE,
    GONE
  }

  private record Fault(Predicate<Call> which, AtomicInteger times, ScriptedServer.Script script) {}

  private record Event(long version, String type, String path, String text) {}

  private record Stored(long version, String text) {}

  private final ScriptedServer server = new ScriptedServer(this::answer);
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, Stored> objects = new TreeMap<>();
  private final List<Event> history = new ArrayList<>();
  private long version = 100;
  private long forgotten;
  private int openWatches;
  private long breakages;
  private Breakage breakage = Breakage.END;
  private volatile int page = 500;

  public String url() {
    return server.url();
  }

  public int port() {
    return server.port();
  }

  public List<Call> calls() {
    return server.calls();
  }

  public List<Call> calls(Predicate<Call> which) {
    return server.calls().stream().filter(which).toList();
  }

  /** The next so many calls that match are answered by the script. */
  public void fault(int times, Predicate<Call> which, ScriptedServer.Script script) {
    faults.add(new Fault(which, new AtomicInteger(times), script));
  }

  public void clearFaults() {
    faults.clear();
  }

  public void pageSize(int objectsAPage) {
    page = objectsAPage;
  }

  /** Stores; %RV in the text becomes the version. Path such as /api/v1/namespaces/a/secrets/b. */
  public synchronized long put(String path, String text) {
    version++;
    String stored = text.replace("%RV", Long.toString(version));
    String type = objects.containsKey(path) ? "MODIFIED" : "ADDED";
    objects.put(path, new Stored(version, stored));
    history.add(new Event(version, type, path, stored));
    notifyAll();
    return version;
  }

  public synchronized void delete(String path) {
    Stored stored = objects.remove(path);
    if (stored != null) {
      version++;
      history.add(new Event(version, "DELETED", path, stored.text));
      notifyAll();
    }
  }

  /** Watches from before now are told 410. */
  public synchronized void forgetHistory() {
    forgotten = version;
    history.clear();
  }

  public synchronized int openWatches() {
    return openWatches;
  }

  /** Waits for one to be open. */
  public synchronized void breakWatches(Breakage how) {
    while (openWatches == 0) {
      try {
        wait(1000);
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
    breakage = how;
    breakages++;
    notifyAll();
  }

  public synchronized Map<String, String> objects() {
    Map<String, String> texts = new TreeMap<>();
    objects.forEach((path, stored) -> texts.put(path, stored.text));
    return texts;
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(Call call, Reply reply) throws IOException, InterruptedException {
    for (Fault fault : faults) {
      if (fault.which.test(call) && fault.times.getAndDecrement() > 0) {
        fault.script.answer(call, reply);
        return;
      }
    }
    if (call.path().equals("/version")) {
      reply.json(200, "{\"major\":\"1\"}");
    } else if (call.isWatch()) {
      watch(call, reply);
    } else if (call.isList()) {
      list(call, reply);
    } else {
      one(call, reply);
    }
  }

  private void list(Call call, Reply reply) throws IOException {
    String body;
    synchronized (this) {
      List<Map.Entry<String, Stored>> found =
          objects.entrySet().stream().filter(it -> isIn(it.getKey(), call.path())).toList();
      String next = call.query("continue");
      int from = next.isEmpty() ? 0 : Integer.parseInt(next);
      int to = Math.min(from + page, found.size());
      String items =
          found.subList(from, to).stream()
              .map(it -> it.getValue().text)
              .collect(Collectors.joining(","));
      String more = to < found.size() ? Integer.toString(to) : "";
      body =
          """
          {"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"%d","continue":"%s"},\
          "items":[%s]}"""
              .formatted(version, more, items);
    }
    reply.json(200, body);
  }

  private void watch(Call call, Reply reply) throws IOException, InterruptedException {
    long seen = Long.parseLong(call.query("resourceVersion"));
    long end =
        System.nanoTime()
            + Duration.ofSeconds(Long.parseLong(call.query("timeoutSeconds"))).toNanos();
    long known;
    synchronized (this) {
      if (seen < forgotten) {
        seen = -1;
      }
    }
    if (seen < 0) {
      reply.status(410, "Expired", "too old resource version");
      return;
    }
    reply.beginStream();
    synchronized (this) {
      known = breakages;
      openWatches++;
      notifyAll();
    }
    try {
      tell(call, reply, seen, end, known);
    } finally {
      synchronized (this) {
        openWatches--;
      }
    }
  }

  private void tell(Call call, Reply reply, long from, long end, long known)
      throws IOException, InterruptedException {
    long seen = from;
    while (System.nanoTime() < end) {
      List<Event> news = new ArrayList<>();
      Breakage broken = null;
      synchronized (this) {
        long last = seen;
        history.stream()
            .filter(event -> event.version > last && isIn(event.path, call.path()))
            .forEach(news::add);
        if (breakages > known) {
          broken = breakage;
        } else if (news.isEmpty()) {
          wait(20);
        }
      }
      for (Event event : news) {
        seen = event.version;
        reply.part("{\"type\":\"" + event.type + "\",\"object\":" + event.text + "}\n");
      }
      if (broken != null) {
        breakOff(broken, reply);
        return;
      }
    }
    reply.endStream();
  }

  private void breakOff(Breakage how, Reply reply) throws IOException, InterruptedException {
    switch (how) {
      case END -> reply.endStream();
      case CUT -> reply.cut();
      case CUT_MID_LINE -> {
        reply.part("{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"half");
        reply.cut();
      }
      case SILENCE -> reply.silence();
      case GARBAGE_LINE -> {
        reply.part("}{ no json\n");
        reply.silence();
      }
      case GONE -> {
        reply.part(
            """
            {"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired",\
            "message":"too old"}}
            """);
        reply.silence();
      }
    }
  }

  private void one(Call call, Reply reply) throws IOException {
    boolean status = call.path().endsWith("/status");
    String path = status ? call.path().substring(0, call.path().length() - 7) : call.path();
    switch (call.method()) {
      case "GET" -> answerStored(path, reply);
      case "POST" -> create(path, call.body(), reply);
      case "PUT" -> replace(path, call.body(), reply);
      case "PATCH" -> patch(path, call.body(), reply);
      case "DELETE" -> {
        delete(path);
        reply.json(200, "{\"kind\":\"Status\",\"status\":\"Success\"}");
      }
      default -> reply.status(405, "MethodNotAllowed", "no");
    }
  }

  private void answerStored(String path, Reply reply) throws IOException {
    String text = objects().get(path);
    if (text == null) {
      reply.notFound(path);
    } else {
      reply.json(200, text);
    }
  }

  private void create(String collection, String body, Reply reply) throws IOException {
    ObjectNode tree = tree(body);
    String path = collection + "/" + tree.path("metadata").path("name").stringValue("");
    if (objects().containsKey(path)) {
      reply.status(409, "AlreadyExists", "already exists");
      return;
    }
    store(path, tree, reply);
  }

  private void replace(String path, String body, Reply reply) throws IOException {
    ObjectNode tree = tree(body);
    String given = tree.path("metadata").path("resourceVersion").stringValue("");
    Stored stored;
    synchronized (this) {
      stored = objects.get(path);
    }
    if (stored == null) {
      reply.notFound(path);
    } else if (!given.isEmpty() && !given.equals(Long.toString(stored.version))) {
      reply.status(409, "Conflict", "the object has been modified");
    } else {
      store(path, tree, reply);
    }
  }

  private void patch(String path, String body, Reply reply) throws IOException {
    String text = objects().get(path);
    if (text == null) {
      reply.notFound(path);
      return;
    }
    ObjectNode tree = tree(text);
    tree.setAll(tree(body));
    store(path, tree, reply);
  }

  private void store(String path, ObjectNode tree, Reply reply) throws IOException {
    if (tree.path("metadata") instanceof ObjectNode metadata) {
      metadata.put("resourceVersion", "%RV");
    }
    put(path, tree.toString());
    answerStored(path, reply);
  }

  private static ObjectNode tree(String text) {
    return Json.readObject(text.getBytes(UTF_8)).orElseThrow();
  }

  /** Whether the object is of the collection, of one namespace or of all. */
  private static boolean isIn(String object, String collection) {
    String parent = object.substring(0, object.lastIndexOf('/'));
    return parent.equals(collection)
        || parent.replaceFirst("/namespaces/[^/]*", "").equals(collection);
  }
}
