package dev.davit.engine.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.text.GoQuote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineAddressTest {

  /** The table's answers are those of docker 28.2.2, written by record.sh beside it. */
  @TestFactory
  Stream<DynamicTest> answersLikeDocker() throws IOException {
    try (var table = EngineAddressTest.class.getResourceAsStream("/config/addresses.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split("\t", -1))
          .map(row -> DynamicTest.dynamicTest(row[0], () -> assertEquals(row[1], answer(row[0]))));
    }
  }

  /** Where docker takes an address that cannot work, or that its ssh would take for an option. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tcp://h:0 | unable to resolve docker endpoint: parse \"tcp://h:0\": invalid port \":0\" after host",
        "tcp://h:65536 | unable to resolve docker endpoint: parse \"tcp://h:65536\": invalid port \":65536\" after host",
        "tcp://h:12345678901 | unable to resolve docker endpoint: parse \"tcp://h:12345678901\": invalid port \":12345678901\" after host",
        "tcp://h:65535 | tcp://h:65535",
        "tcp://h:01 | tcp://h:1",
        "tcp://[fe80::1%25lo]:1 | unable to resolve docker endpoint: parse \"tcp://[fe80::1%25lo]:1\": invalid URL escape \"%25\"",
        "fd://3 | unable to parse docker host fd://3",
        "ssh://-oProxyCommand=id/x | ssh host connection is not valid: invalid SSH URL: hostname must not begin with '-': \"-oProxyCommand=id\"",
        "ssh://-lroot@h | ssh host connection is not valid: invalid SSH URL: user must not begin with '-': \"-lroot\"",
        "ssh://%2dlroot@h | ssh host connection is not valid: invalid SSH URL: user must not begin with '-': \"-lroot\"",
      })
  void refusesMoreThanDocker(String text, String expected) {
    assertEquals(expected, answer(text).replace("`", ""));
  }

  @Test
  void onlyTheDefaultDependsOnTls() {
    assertEquals("tcp://localhost:2376", EngineAddress.parse(" ", true).toString());
    assertEquals("tcp://localhost:2375", EngineAddress.parse("tcp://", true).toString());
    assertEquals("tcp://h:2375", EngineAddress.parse("h", true).toString());
    assertEquals(EngineAddress.DEFAULT, EngineAddress.parse("unix://", true));
    assertEquals(EngineAddress.DEFAULT, EngineAddress.parse("", false));
  }

  @Test
  void sshHasAllItsParts() {
    assertEquals(
        new EngineAddress.Ssh(Optional.of("u@x"), "::1", OptionalInt.of(22), "/run/a b"),
        EngineAddress.parse("ssh://u%40x@[::1]:22/run/a%20b", false));
    assertEquals(
        new EngineAddress.Ssh(Optional.empty(), "h", OptionalInt.empty(), ""),
        EngineAddress.parse("ssh://h:", false));
  }

  /** docker takes no address of this kind. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "vsock://3:2375 | vsock://3:2375",
        "vsock://1:0 | vsock://1:0",
        "vsock://2:2375 | unable to resolve docker endpoint: invalid vsock address: vsock://2:2375: CID 2 is reserved",
        "vsock://0:1 | unable to resolve docker endpoint: invalid vsock address: vsock://0:1: CID 0 is reserved",
        "vsock://3 | unable to resolve docker endpoint: invalid vsock address: vsock://3: must be vsock://CID:PORT",
        "vsock://:1 | unable to resolve docker endpoint: invalid vsock address: vsock://:1: must be vsock://CID:PORT",
        "vsock://3: | unable to resolve docker endpoint: invalid vsock address: vsock://3:: must be vsock://CID:PORT",
        "vsock://-1:1 | unable to resolve docker endpoint: invalid vsock address: vsock://-1:1: must be vsock://CID:PORT",
        "vsock://3:99999999999 | unable to resolve docker endpoint: invalid vsock address: vsock://3:99999999999: must be vsock://CID:PORT",
      })
  void takesVirtualMachines(String text, String expected) {
    assertEquals(expected, answer(text));
  }

  @Test
  void aNameBehindAnAtIsAbstract() {
    assertTrue(((EngineAddress.Unix) EngineAddress.parse("unix://@name", false)).isAbstract());
    assertFalse(((EngineAddress.Unix) EngineAddress.parse("unix:///@name", false)).isAbstract());
  }

  @Test
  void aSocketPathHasNoZeroByte() {
    assertThrows(IllegalArgumentException.class, () -> EngineAddress.parse("unix:///a\0b", false));
  }

  @Test
  void quotesLikeGo() {
    assertEquals(
        "\"a\\\"'\\\\\\t\\x01\\x7fé\\u00a0\\u200b\"",
        GoQuote.quote("a\"'\\\t\1\u007fé\u00a0\u200b"));
    assertEquals("'\\''", GoQuote.quote('\''));
    assertEquals("'\"'", GoQuote.quote('"'));
  }

  private static String answer(String text) {
    try {
      return EngineAddress.parse(text, false).toString();
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
