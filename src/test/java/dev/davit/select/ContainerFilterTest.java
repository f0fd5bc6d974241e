package dev.davit.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerFilterTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  private static final ContainerSummary WEB =
      json(
          """
          {"Id":"abc0","Names":["/web-1","/db/alias"],"Image":"busybox","ImageID":"sha256:5678",
           "Created":989200,"State":"exited","Status":"Exited (137) 2 hours ago","SizeRw":2048,
           "Labels":{"app":"x","rule":"a|b","com.docker.compose.project":"shop"},
           "Ports":[{"PrivatePort":80,"PublicPort":8080,"Type":"tcp"},{"PrivatePort":53,"Type":"udp"}],
           "NetworkSettings":{"Networks":{"front":{}}},
           "Mounts":[{"Name":"data","Source":"/var/lib/x","Destination":"/data"}]}
          """,
          ContainerSummary.class);

  private static final ContainerDetails DETAILS =
      json(
          """
          {"Id":"abc0","RestartCount":4,"State":{"ExitCode":137,"OOMKilled":true},
           "Config":{"Env":["A=1","B=x=y"]}}
          """,
          ContainerDetails.class);

  private static <T> T json(String text, Class<T> type) {
    try {
      return Objects.requireNonNull(JsonBinding.read(text.getBytes(StandardCharsets.UTF_8), type));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age>2h",
        "age>=3h",
        "age<4h",
        "age<1d",
        "age<1w",
        "restarts>3",
        "restarts=4",
        "restarts=1|4",
        "restarts!=3",
        "restarts>=4",
        "size>1k",
        "size<=2k",
        "exit!=0",
        "exit=137",
        "exit=1|137",
        "exit>100",
        "exited!=0",
        "oom=true",
        "oom!=false",
        "env=A",
        "env=A=1",
        "env=B=x=y",
        "env!=C",
        "env~=^A=\\d$",
        "env=C|A",
        "port=80",
        "port=8080",
        "port=8080/tcp",
        "port=53/udp",
        "port!=81",
        "project=shop",
        "project=a|shop",
        "project!=a",
        "project~=^s",
        "image=busybox",
        "image=busybox:latest",
        "image~=busy",
        "image=sha256:5678",
        "image!=alpine",
        "health!=healthy",
        "label!=app=y",
        "label!=other",
        "label=app=y|app=x",
        "label!=app=x|y",
        "label!=rule=a||b",
        "label~=^app=",
        "name!=^ci-",
        "name~=^web",
        "status!=running|created",
        "status~=^ex",
        "network!=back",
        "volume!=/other",
        "publish!=81",
        "publish!=8081-8090",
        "expose!=8080",
        "id!=^f"
      })
  void matches(String filter) {
    assertTrue(isMatch(filter), filter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age>3h",
        "age<3h",
        "age>1d",
        "restarts>4",
        "restarts!=4|5",
        "size>2k",
        "exit=0",
        "exit!=137",
        "exit!=0|137",
        "oom=false",
        "env!=A",
        "env=A=2",
        "env~=^1",
        "port=81",
        "port!=80",
        "port=53/tcp",
        "project!=shop",
        "project=sho",
        "image=busy",
        "image!=busybox",
        "image~=^x",
        "health!=none",
        "label!=app",
        "label!=app=x|other=y",
        "label!=rule=a|b",
        "label=a|b",
        "name!=^web",
        "name~=^eb",
        "status!=exited|dead",
        "network!=front",
        "volume!=data",
        "volume!=/data",
        "publish!=8080",
        "publish!=8000-8100/tcp",
        "expose!=80",
        "id!=^abc"
      })
  void doesNotMatch(String filter) {
    assertFalse(isMatch(filter), filter);
  }

  private static boolean isMatch(String filter) {
    ContainerFilter all = ContainerFilter.ofSelection(List.of(filter), NOW);
    assertNull(all.json());
    return all.matches(WEB) && all.matches(DETAILS);
  }

  @Test
  void aContainerThatHasNotEndedHasNoExitCode() {
    ContainerSummary running = json("{\"Id\":\"a\",\"State\":\"running\"}", ContainerSummary.class);
    for (String filter : List.of("exit=0", "exit!=0", "exit!=1", "exited!=0")) {
      assertFalse(ContainerFilter.ofSelection(List.of(filter), NOW).matches(running), filter);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "status=exited; {\"status\":{\"exited\":true}}",
        "status=exited|dead; {\"status\":{\"dead\":true,\"exited\":true}}",
        "name=a|b; {\"name\":{\"a|b\":true}}",
        "label=a=b; {\"label\":{\"a=b\":true}}",
        "ANCESTOR = x; {\"ancestor\":{\"x\":true}}",
        "exited=1; {\"exited\":{\"1\":true}}",
        "is-task=true; {\"is-task\":{\"true\":true}}"
      })
  void sendsTheEnginesKeys(String filter, String json) {
    ContainerFilter all = ContainerFilter.ofSelection(List.of(filter), NOW);
    assertEquals(json, all.json());
    assertTrue(all.isForEngineOnly());
  }

  @Test
  void sendsUnknownKeysOfPsAsDocker() {
    ContainerFilter all = ContainerFilter.ofList(List.of("foo=a|b", "", "age>1h"), NOW);
    assertEquals("{\"foo\":{\"a|b\":true}}", all.json());
    assertFalse(all.isForEngineOnly());
  }

  @Test
  void onlySomeFiltersNeedMoreThanTheList() {
    ContainerFilter cheap = ContainerFilter.ofSelection(List.of("age>1h", "port=80"), NOW);
    assertFalse(cheap.needsDetails());
    assertFalse(cheap.needsSize());
    assertTrue(ContainerFilter.ofSelection(List.of("oom=true"), NOW).needsDetails());
    assertTrue(ContainerFilter.ofSelection(List.of("size>1"), NOW).needsSize());
    assertTrue(ContainerFilter.ofSelection(List.of("exit=1"), NOW).isInAnyState());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "age=2h; age takes >=, <=, >, <",
        "age>2x; time: unknown unit \"x\" in duration \"2x\"",
        "age>1h|2h; > takes one value",
        "size>x; invalid size: 'x'",
        "restarts>a; strconv.ParseInt: parsing \"a\": invalid syntax",
        "oom=maybe; strconv.ParseBool: parsing \"maybe\": invalid syntax",
        "image>a; image takes =, !=, ~=",
        "ancestor!=a; ancestor takes =",
        "image~=[; error parsing regexp: missing closing ]: `[`",
        "status!=exitd; status must be one of [created, dead, exited, paused, removing, restarting, running]",
        "label=; has no value"
      })
  void refusesAnInvalidFilter(String filter, String reason) {
    assertEquals("invalid filter \"" + filter + "\": " + reason, message(filter));
  }

  @Test
  void namesTheValidKeys() {
    assertEquals(
        "invalid filter \"foo=1\": unknown key; valid keys are age, ancestor, before, env, exit, exited,"
            + " expose, health, id, image, is-task, isolation, label, name, network, oom, port, project,"
            + " publish, restarts, since, size, status, volume",
        message("foo=1"));
    assertEquals("invalid filter \"\": must be KEY=VALUE", message(""));
    assertEquals("bad format of filter (expected name=value)", message("foo"));
  }

  private static String message(String filter) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> ContainerFilter.ofSelection(List.of(filter), NOW))
            .getMessage());
  }

  @Test
  void aLabelWithALiteralBarIsSent() {
    ContainerFilter filter = ContainerFilter.ofSelection(List.of("label=rule=a|b"), NOW);
    assertEquals("{\"label\":{\"rule=a|b\":true}}", filter.json());
    ContainerFilter empty = ContainerFilter.ofList(List.of("label=rule=a||b"), NOW);
    assertEquals("{\"label\":{\"rule=a||b\":true}}", empty.json());
  }
}
