import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the table of time zones that templates use from a zoneinfo.zip, as Go has it in lib/time:
 * {@code java template/src/main/zones/Pack.java ZONEINFO.ZIP
 * template/src/main/resources/dev/signet/template/time/zones.bin}.
 *
 * <p>The table: the number of names; for each the name, and where its data is and how long; then
 * the data, that of links once.
 */
class Pack {
  public static void main(String[] arguments) throws IOException {
    Map<String, int[]> places = new TreeMap<>();
    Map<ByteBuffer, int[]> known = new LinkedHashMap<>();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(arguments[0])) {
      for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
        byte[] zone = zip.getInputStream(entry).readAllBytes();
        int[] place = known.get(ByteBuffer.wrap(zone));
        if (place == null) {
          place = new int[] {data.size(), zone.length};
          known.put(ByteBuffer.wrap(zone), place);
          data.write(zone);
        }
        places.put(entry.getName(), place);
      }
    }
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      out.writeInt(places.size());
      for (Map.Entry<String, int[]> place : places.entrySet()) {
        out.writeUTF(place.getKey());
        out.writeInt(place.getValue()[0]);
        out.writeInt(place.getValue()[1]);
      }
      data.writeTo(out);
    }
  }
}
