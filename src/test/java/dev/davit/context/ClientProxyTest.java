package dev.davit.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.config.ConfigException;
import dev.davit.engine.socket.EngineAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the choice of a proxy by Go's rules. */
final class ClientProxyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp://h.example.com:2375 | '' | true",
        "tcp://localhost:2375 | '' | false",
        "tcp://127.0.0.1:2375 | '' | false",
        "tcp://[::1]:2375 | '' | false",
        "tcp://h.example.com:2375 | * | false",
        "tcp://h.example.com:2375 | example.com | false",
        "tcp://example.com:2375 | example.com | false",
        "tcp://example.com:2375 | .example.com | true",
        "tcp://h.example.com:2375 | ' x, .example.com' | false",
        "tcp://h.example.com:2375 | *.example.com | false",
        "tcp://hexample.com:2375 | example.com | true",
        "tcp://H.Example.com:2375 | EXAMPLE.com | false",
        "tcp://h.example.com:2375 | example.com:2375 | false",
        "tcp://h.example.com:2375 | example.com:80 | true",
        "tcp://192.0.2.7:2375 | 192.0.2.0/24 | false",
        "tcp://192.0.3.7:2375 | 192.0.2.0/24 | true",
        "tcp://192.0.2.7:2375 | 192.0.2.7 | false",
        "tcp://192.0.2.7:2375 | 192.0.2.7:1 | true",
        "tcp://[2001:db8::7]:2375 | 2001:db8::/32 | false",
        "tcp://[2001:db8::7]:2375 | [2001:db8::7]:2375 | false",
        "tcp://[2001:db8::7]:2375 | [2001:db8::7] | true",
        "tcp://192.0.2.7:2375 | 192.0.2.7: | false",
        "tcp://192.0.2.7:2375 | .0.2.7 | true",
        "tcp://192.0.2.7:2375 | *.2.7 | true",
        "tcp://192.0.2.7:2375 | 192.0.2.07 | true",
        "tcp://192.0.2.7:2375 | 3221225991 | true",
        "tcp://192.0.2.7:2375 | ::ffff:192.0.2.7 | false",
        "tcp://192.0.2.7:2375 | ::ffff:192.0.2.0/120 | false",
        "tcp://192.0.3.7:2375 | ::ffff:192.0.2.0/120 | true",
        "tcp://192.0.2.7:2375 | 192.0.2.0/33 | true",
        "tcp://192.0.2.7:2375 | :2375 | true",
      })
  void noProxy(String address, String noProxy, boolean proxied) {
    assertEquals(
        proxied,
        ClientProxy.resolve(
                (EngineAddress.Tcp) EngineAddress.parse(address, false),
                false,
                Map.of("HTTP_PROXY", "http://proxy:8080", "NO_PROXY", noProxy))
            .isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy | http proxy 80",
        "proxy:8080 | http proxy 8080",
        "HTTP://proxy:8080 | http proxy 8080",
        "http://proxy:8080/ | http proxy 8080",
        "http://u:p@proxy | http proxy 80 Basic dTpw",
        "socks5://proxy | socks proxy 1080",
        "http://[::1]:3128 | http ::1 3128",
      })
  void addresses(String text, String expected) {
    String found =
        ClientProxy.resolve(engine(), true, Map.of("https_proxy", text))
            .map(
                proxy ->
                    (proxy.socks() ? "socks " : "http ")
                        + proxy.host()
                        + ' '
                        + proxy.port()
                        + (' ' + proxy.authorization()).stripTrailing())
            .orElse("none");
    assertEquals(expected, found);
  }

  @Test
  void aProxyByTlsIsRefused() {
    Map<String, String> env = Map.of("HTTPS_PROXY", "https://u:secret@proxy");
    ConfigException refused =
        assertThrows(ConfigException.class, () -> ClientProxy.resolve(engine(), true, env));
    assertEquals(
        "invalid proxy address in HTTPS_PROXY: must begin with http:// or socks5://"
            + " (\"https://proxy\")",
        refused.getMessage());
  }

  @Test
  void httpProxyIsRefusedInACgiProgram() {
    Map<String, String> env = new HashMap<>(Map.of("HTTP_PROXY", "http://proxy"));
    env.put("REQUEST_METHOD", "GET");
    assertThrows(ConfigException.class, () -> ClientProxy.resolve(engine(), false, env));
    env.put("HTTP_PROXY", "");
    assertEquals(true, ClientProxy.resolve(engine(), false, env).isEmpty());
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    Map<String, String> env = Map.of("HTTPS_PROXY", "http://proxy:99999");
    assertThrows(ConfigException.class, () -> ClientProxy.resolve(engine(), true, env));
  }

  private static EngineAddress.Tcp engine() {
    return (EngineAddress.Tcp) EngineAddress.parse("tcp://engine:2375", false);
  }
}
