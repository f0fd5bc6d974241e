package dev.davit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ListeningPortsTest {
  private static final String HEADER =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout";

  private static ListeningPorts of(String address, String state) {
    return ListeningPorts.of(
        List.of(
            HEADER, "   0: " + address + " 00000000:0000 " + state + " 00000000:00000000 00:0"));
  }

  @Test
  void onlyListeningSocketsCount() {
    assertTrue(of("00000000:1F90", "0A").has(8080, true));
    assertFalse(of("00000000:1F90", "01").has(8080, false));
    assertFalse(of("00000000:1F90", "0A").has(8081, false));
  }

  @Test
  void loopbackAddressesAreNotReachable() {
    for (String address :
        List.of(
            "0100007F:0050",
            "0200007F:0050",
            "00000000000000000000000001000000:0050",
            "0000000000000000FFFF00000100007F:0050")) {
      assertTrue(of(address, "0A").has(80, false), address);
      assertFalse(of(address, "0A").has(80, true), address);
    }
    for (String address :
        List.of(
            "0A00000A:0050",
            "00000000000000000000000000000000:0050",
            "000080FE000000000000000001000000:0050",
            "0000000000000000FFFF00000A00000A:0050")) {
      assertTrue(of(address, "0A").has(80, true), address);
    }
  }

  @Test
  void otherLinesAreSkipped() {
    ListeningPorts none =
        ListeningPorts.of(List.of("cat: not found", "0: x 0 0A", "0: x:y 0 0A 1"));
    assertFalse(none.isReadable());
    assertFalse(none.has(0, false));
    assertEquals(true, ListeningPorts.of(List.of(HEADER)).isReadable());
  }
}
