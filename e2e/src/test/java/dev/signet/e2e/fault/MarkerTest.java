package dev.signet.e2e.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hunt that finds nothing proves nothing unless the hunter can see. */
final class MarkerTest {
  private final List<Marker> both = List.of(Marker.ofBytes(), Marker.ofLetters());

  @Test
  void is_found_in_base64_whatever_stands_around_it() {
    for (Marker marker : both) {
      for (int before = 0; before < 7; before++) {
        for (int after = 0; after < 4; after++) {
          String text = "x".repeat(before) + marker.text() + "y".repeat(after);
          byte[] bytes = text.getBytes(ISO_8859_1);
          assertFalse(marker.in(Base64.getEncoder().encodeToString(bytes)).isEmpty());
          assertFalse(marker.in(Base64.getUrlEncoder().encodeToString(bytes)).isEmpty());
        }
      }
    }
  }

  @Test
  void is_found_raw_in_hexadecimal_and_as_numbers() {
    for (Marker marker : both) {
      byte[] bytes = marker.bytes();
      assertEquals(32, bytes.length);
      assertFalse(marker.in("at " + marker.text() + "!").isEmpty());
      assertFalse(marker.in("at " + new String(bytes, UTF_8) + "!").isEmpty());
      assertFalse(marker.in("0x" + HexFormat.of().formatHex(bytes)).isEmpty());
      assertFalse(marker.in(HexFormat.of().withUpperCase().formatHex(bytes)).isEmpty());
      assertFalse(marker.in(Arrays.toString(bytes)).isEmpty());
    }
  }

  @Test
  void is_not_found_in_another() {
    for (Marker marker : both) {
      assertEquals(List.of(), marker.in(Marker.ofBytes().text() + Marker.ofLetters().text()));
      assertTrue(marker.forms().allMatch(it -> it.length() > 16), "too short to be unique");
    }
  }
}
