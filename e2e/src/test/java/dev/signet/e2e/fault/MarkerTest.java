package dev.signet.e2e.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
  private final Marker marker = Marker.random();

  @Test
  void is_found_in_base64_whatever_stands_around_it() {
    for (int before = 0; before < 7; before++) {
      for (int after = 0; after < 4; after++) {
        byte[] bytes = ("x".repeat(before) + marker.text() + "y".repeat(after)).getBytes(US_ASCII);
        assertFalse(marker.in(Base64.getEncoder().encodeToString(bytes)).isEmpty());
      }
    }
  }

  @Test
  void is_found_raw_in_hexadecimal_and_as_numbers() {
    byte[] bytes = marker.text().getBytes(US_ASCII);
    assertFalse(marker.in("at " + marker.text() + "!").isEmpty());
    assertFalse(marker.in("0x" + HexFormat.of().formatHex(bytes)).isEmpty());
    assertFalse(marker.in(HexFormat.of().withUpperCase().formatHex(bytes)).isEmpty());
    assertFalse(marker.in(Arrays.toString(bytes)).isEmpty());
  }

  @Test
  void is_not_found_in_another() {
    assertEquals(List.of(), marker.in(Marker.random().text()));
    assertTrue(marker.forms().allMatch(it -> it.length() > 30), "too short to be unique");
  }
}
