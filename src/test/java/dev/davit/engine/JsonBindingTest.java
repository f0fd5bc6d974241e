package dev.davit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ExecConfig;
import dev.davit.engine.model.ExecDetails;
import dev.davit.engine.model.RestartPolicy;
import dev.davit.engine.model.UpdateConfig;
import dev.davit.engine.model.VersionInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our reading and writing of the model does what Jackson's own does by the same annotations. */
final class JsonBindingTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/engine/model");

  @Test
  void bodiesAreWrittenAsJacksonWritesThem() throws IOException {
    assertWritten("create.json", ContainerSpec.class);
    assertWritten("update.json", UpdateConfig.class);
    assertWritten("exec.json", ExecConfig.class);
  }

  private static void assertWritten(String file, Class<?> type) throws IOException {
    byte[] json = Files.readAllBytes(EXAMPLES.resolve(file));
    Object value = Json.MAPPER.readValue(json, type);
    assertEquals(Json.MAPPER.readTree(json), Json.MAPPER.readTree(JsonBody.of(value)));
  }

  @Test
  void bodiesSayNothingOfWhatIsAbsent() throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.name = "n";
    spec.config.image = "busybox";
    assertEquals(
        "{\"Image\":\"busybox\",\"HostConfig\":{},\"NetworkingConfig\":{}}",
        new String(JsonBody.of(spec), StandardCharsets.UTF_8));
  }

  @Test
  void answersAreReadAsJacksonReadsThem() throws IOException {
    assertRead(
        ContainerSummary.class,
        "{'Id':'1','Names':['/a'],'Image':'i','ImageID':'sha256:2','Command':'c','Created':17,"
            + "'Ports':[{'IP':'::','PrivatePort':1,'PublicPort':2,'Type':'tcp'},{'PrivatePort':3,'Type':'udp'}],"
            + "'SizeRw':5000000000,'SizeRootFs':6,'Labels':{'a':'b','c':''},'State':'running','Status':'Up',"
            + "'Mounts':[{'Name':'n','Source':'s','Driver':'local','RW':true}],'New':[{'a':[]}],"
            + "'NetworkSettings':{'Networks':{'n':{'Links':null,'Mtu':1500,'Internal':false,'More':[1,'x']}}}}");
    assertRead(
        ContainerStats.class,
        "{'id':'1','name':'/n','cpu_stats':{'cpu_usage':{'total_usage':5,'percpu_usage':[1,2]},"
            + "'system_cpu_usage':6,'online_cpus':2},'precpu_stats':{},'memory_stats':{'usage':1,'limit':2,'stats':{'a':3}},"
            + "'blkio_stats':{'io_service_bytes_recursive':[{'op':'Read','value':4}]},"
            + "'networks':{'eth0':{'rx_bytes':7,'tx_bytes':8}},'pids_stats':{'current':9}}");
    assertRead(
        ContainerDetails.class,
        "{'Id':'1','Name':'/n','State':{'Status':'exited','ExitCode':3},'Config':{'Tty':true},"
            + "'HostConfig':{'AutoRemove':true,'NanoCpus':1500000000,'UTSMode':'host','CapAdd':null,"
            + "'PortBindings':{'80/tcp':[{'HostIp':'','HostPort':'1'}]},'Ulimits':[{'Name':'nofile','Soft':1,'Hard':2}],"
            + "'RestartPolicy':{'Name':'always','MaximumRetryCount':0}}}");
    assertRead(
        VersionInfo.class,
        "{'Platform':{'Name':'p'},'MinAPIVersion':'1.24','ApiVersion':'1.41',"
            + "'Components':[{'Name':'Engine','Version':'1','Details':{'Os':'linux'}}]}");
    assertRead(ExecDetails.class, "{'Running':true,'ExitCode':null,'Pid':0}");
    assertRead(RestartPolicy.class, "{'Name':'always'}");
  }

  /** Records are compared as such; what they hold of classes is compared as JSON. */
  private static void assertRead(Class<?> type, String text) throws IOException {
    String json = text.replace('\'', '"');
    Object expected = Json.MAPPER.readValue(json, type);
    assertEquals(Json.MAPPER.valueToTree(expected), Json.MAPPER.valueToTree(read(type, json)));
  }

  @Test
  void nullIsNull() throws IOException {
    assertNull(read(RestartPolicy.class, "null"));
    assertEquals(0, read(int.class, "null"));
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
            "{")) {
      assertThrows(JacksonException.class, () -> read(ExecDetails.class, json), json);
    }
  }

  @Test
  void depthIsLimited() {
    String deep = "{\"a\":" + "[".repeat(2000);
    assertThrows(JacksonException.class, () -> read(Object.class, deep));
    assertThrows(JacksonException.class, () -> read(RestartPolicy.class, deep));
  }

  private static @Nullable Object read(Type type, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (JsonReader reader = new JsonReader(new ByteArrayInputStream(bytes))) {
      reader.next();
      return reader.read(type);
    }
  }
}
