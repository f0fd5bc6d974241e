package dev.davit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.engine.socket.EngineAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyEnvTest {
  @TempDir Path temp;

  /**
   * The expected values are from the Env of docker 28.2.2's create request, in which the order is
   * random.
   */
  @ParameterizedTest(name = "{0} given {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | - | {}",
        "{\"default\":{\"httpProxy\":\"h\",\"httpsProxy\":\"s\",\"noProxy\":\"n\",\"ftpProxy\":\"f\",\"allProxy\":\"a\"}} | -"
            + " | {HTTP_PROXY=h, http_proxy=h, HTTPS_PROXY=s, https_proxy=s, NO_PROXY=n, no_proxy=n, FTP_PROXY=f, ftp_proxy=f, ALL_PROXY=a, all_proxy=a}",
        "{\"default\":{\"httpProxy\":\"h\",\"noProxy\":\"n\"}} | HTTP_PROXY,no_proxy | {http_proxy=h, NO_PROXY=n}",
        "{\"default\":{\"httpProxy\":\"d\"},\"unix:///s\":{\"httpsProxy\":\"u\"}} | - | {HTTPS_PROXY=u, https_proxy=u}",
        "{\"default\":{\"httpProxy\":\"d\"},\"unix:///s\":{}} | - | {}",
        "{\"default\":{\"httpProxy\":\"d\"},\"unix:///s\":null} | - | {}",
        "{\"tcp://x\":{\"httpProxy\":\"d\"}} | - | {}",
        "{\"default\":{\"HTTPPROXY\":\"d\",\"httpsProxy\":\"\"}} | - | {HTTP_PROXY=d, http_proxy=d}",
      })
  void addsProxies(String proxies, String given, String expected) throws IOException {
    ConfigFile config = new ConfigDirectory(temp).config("{\"proxies\":" + proxies + "}");
    EngineAddress daemon = EngineAddress.parse("unix:///s", false);
    assertEquals(expected, ProxyEnv.additions(config, daemon, Set.of(given.split(","))).toString());
  }
}
