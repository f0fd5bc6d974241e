package dev.davit.json;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ExecDetails;
import dev.davit.engine.model.IdAnswer;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.PathStat;
import dev.davit.engine.model.PortBinding;
import dev.davit.engine.model.RestartPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Checks that the model is written with the API's names and read as Go does: leniently, but without
 * conversion between kinds of values.
 */
final class JsonBindingTest {
  @Test
  void absentFieldsAreNotWritten() throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.name = "n";
    spec.config.image = "busybox";
    assertEquals(
        "{\"Image\":\"busybox\",\"HostConfig\":{},\"NetworkingConfig\":{}}",
        new String(JsonBinding.write(spec), StandardCharsets.UTF_8));
  }

  @Test
  void bodiesAreWrittenInTheOrderOfTheSource() throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.hostConfig.memory = 1L;
    spec.hostConfig.containerIdFile = "c";
    spec.hostConfig.portBindings = Map.of("80/tcp", List.of(new PortBinding("", "8080")));
    spec.hostConfig.restartPolicy = new RestartPolicy("no", 0L);
    spec.hostConfig.binds = List.of("a:b");
    assertEquals(
        "{\"HostConfig\":{\"Binds\":[\"a:b\"],\"ContainerIDFile\":\"c\",\"PortBindings\":{\"80/tcp\":"
            + "[{\"HostIp\":\"\",\"HostPort\":\"8080\"}]},\"RestartPolicy\":{\"Name\":\"no\","
            + "\"MaximumRetryCount\":0},\"Memory\":1},\"NetworkingConfig\":{}}",
        new String(JsonBinding.write(spec), StandardCharsets.UTF_8));
  }

  @Test
  void whatTheModelHasNotIsWrittenAsItWas() throws IOException {
    ContainerSpec spec =
        readAs(
            ContainerSpec.class,
            "{'Name':'n','HostConfig':{'Memory':1,'New':{'a':[null]},'Binds':[]},'platform':1,'Image':'i'}");
    assertNull(spec.name);
    assertNull(spec.platform);
    assertEquals(
        "{\"Image\":\"i\",\"Name\":\"n\",\"platform\":1,\"HostConfig\":{\"Binds\":[],"
            + "\"New\":{\"a\":[null]},\"Memory\":1},\"NetworkingConfig\":{}}",
        new String(JsonBinding.write(spec), StandardCharsets.UTF_8));
  }

  @Test
  void ofTwoValuesTheLastCounts() throws IOException {
    assertEquals(new IdAnswer("b"), readAs(IdAnswer.class, "{'Id':'a','ID':'b'}"));
    assertEquals(
        new PathStat("b", 0, 0, "", "", true),
        readAs(
            PathStat.class,
            "{'name':'a','size':0,'mode':0,'mtime':'','linkTarget':'','isDir':false,'isDir':true,'name':'b'}"));
    assertEquals("b", readAs(ContainerSpec.class, "{'Image':'a','IMAGE':'b'}").config.image);
    assertThrows(JacksonException.class, () -> read(IdAnswer.class, "{'Id':'a','Id':1}"));
  }

  /** Checks that writing a body creates no further writers, which the native binary would lack. */
  @Test
  void writingABodyCreatesNoWriters() throws IOException {
    ObjectMapper mapper = JsonBinding.MAPPER.copy();
    ObjectWriter writer = mapper.writerFor(ContainerSpec.class);
    DefaultSerializerProvider made = (DefaultSerializerProvider) mapper.getSerializerProvider();
    int before = made.cachedSerializersCount();
    byte[] body = Files.readAllBytes(Path.of("src/test/resources/engine/model/create.json"));
    writer.writeValueAsBytes(JsonBinding.read(body, ContainerSpec.class));
    assertEquals(before, made.cachedSerializersCount());
    assertNotEquals(0, before);
  }

  @Test
  void namesMatchInAnyCaseAndUnknownOnesAreIgnored() throws IOException {
    PathStat stat =
        readAs(PathStat.class, "{'NAME':'n','linktarget':'t','Size':5000000000,'new':[{}]}");
    assertEquals(new PathStat("n", 5_000_000_000L, 0, "", "t", false), stat);
    ContainerStats stats =
        readAs(ContainerStats.class, "{'cpu_stats':{'system_cpu_usage':6},'precpu_stats':{}}");
    assertEquals(new ContainerStats.Cpu(null, 6, 0), stats.cpuStats());
    assertEquals(new ContainerStats.Cpu(null, 0, 0), stats.precpuStats());
    assertEquals("sha256:2", readAs(ContainerSummary.class, "{'ImageID':'sha256:2'}").imageId());
    ContainerSpec spec =
        readAs(
            ContainerSpec.class, "{'image':'i','hostconfig':{'UtsMode':'host'},'Name':1,'X':null}");
    assertEquals("i", spec.config.image);
    assertEquals("host", spec.hostConfig.utsMode);
  }

  @Test
  void whatIsNullIsAbsent() throws IOException {
    assertNull(JsonBinding.read(bytes("null"), ExecDetails.class));
    assertNull(JsonBinding.read(bytes(""), ExecDetails.class));
    ExecDetails exec = readAs(ExecDetails.class, "{'Running':null,'ExitCode':null,'Pid':null}");
    assertEquals(readAs(ExecDetails.class, "{}"), exec);
    ContainerSpec spec =
        readAs(
            ContainerSpec.class,
            "{'HostConfig':null,'NetworkingConfig':null,'Cmd':['a',null],'Labels':{'a':null},"
                + "'Volumes':{'/a':null},'New':{'a':null}}");
    assertEquals(List.of("a"), spec.config.cmd);
    assertEquals(Map.of("a", ""), spec.config.labels);
    assertEquals(
        "{\"Cmd\":[\"a\"],\"Volumes\":{\"/a\":{}},\"Labels\":{\"a\":\"\"},\"New\":{\"a\":null},"
            + "\"HostConfig\":{},\"NetworkingConfig\":{}}",
        new String(JsonBinding.write(spec), StandardCharsets.UTF_8));
  }

  /** Go has a nil pointer for a null network, and docker shows its name. */
  @Test
  void aNetworkThatIsNullIsOne() throws IOException {
    ContainerSummary summary =
        readAs(ContainerSummary.class, "{'NetworkSettings':{'Networks':{'a':null,'b':{'X':[1]}}}}");
    assertEquals(
        List.of("a", "b"),
        List.copyOf(requireNonNull(requireNonNull(summary.networkSettings()).networks()).keySet()));
  }

  @Test
  void numbersOfNoTypeKeepTheirSpelling() throws IOException {
    String text =
        "{\"Image\":\"i\",\"New\":[1.50,1e3,12345678901234567890],\"HostConfig\":{\"A\":-0},\"NetworkingConfig\":{}}";
    ContainerSpec spec = readAs(ContainerSpec.class, text);
    assertEquals(text, new String(JsonBinding.write(spec), StandardCharsets.UTF_8));
  }

  @Test
  void aValueOfAnotherKindIsRefused() {
    for (String json :
        List.of(
            "[]",
            "1",
            "\"a\"",
            "{\"OpenStdin\":1}",
            "{\"ExitCode\":\"1\"}",
            "{\"ExitCode\":9999999999}",
            "{\"ExitCode\":true}",
            "{\"OpenStdin\":\"true\"}",
            "{")) {
      assertThrows(JacksonException.class, () -> read(ExecDetails.class, json), json);
    }
  }

  @Test
  void noOtherValueIsAText() {
    for (String json : List.of("1", "1.5", "true", "[]", "{}")) {
      String object = "{\"Id\":" + json + "}";
      assertThrows(JacksonException.class, () -> read(IdAnswer.class, object), json);
      String list = "{\"RepoTags\":[" + json + "]}";
      assertThrows(JacksonException.class, () -> read(ImageSummary.class, list), json);
    }
    for (String json : List.of("1", "\"a\"", "[]", "true")) {
      assertThrows(JacksonException.class, () -> read(IdAnswer.class, json), json);
    }
  }

  @Test
  void depthIsLimited() {
    String deep = "{\"a\":" + "[".repeat(2000);
    assertThrows(JacksonException.class, () -> read(Object.class, deep));
    assertThrows(JacksonException.class, () -> read(IdAnswer.class, deep));
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T readAs(Class<T> type, String json) throws IOException {
    return requireNonNull(JsonBinding.read(bytes(json), type));
  }

  private static @Nullable Object read(Class<?> type, String json) throws IOException {
    return JsonBinding.read(bytes(json), type);
  }
}
