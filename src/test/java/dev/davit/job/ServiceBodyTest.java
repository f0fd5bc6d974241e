package dev.davit.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.engine.ContainerBody;
import dev.davit.engine.Json;
import dev.davit.engine.model.ContainerSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Converts bodies of {@code POST /containers/create} to services. */
final class ServiceBodyTest {
  private static final JobOptions ONE =
      new JobOptions(1, 1, 0, null, null, List.of(), List.of(), List.of());

  private static JsonNode service(ContainerSpec spec, JobOptions options) throws IOException {
    Map<String, Object> body = ServiceBody.of(spec, options, List.of(), List.of());
    return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(body));
  }

  private static ContainerSpec container(String json) {
    return ContainerBody.read(json.replace('\'', '"').getBytes(UTF_8));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'Image':'a','Cmd':['x','y'],'Entrypoint':['e']} | {'Image':'a','Command':['e'],'Args':['x','y']}",
        "{'Entrypoint':['']}                      | {'Command':['']}",
        "{'Labels':{'a':'b'}}                     | {'Labels':{'a':'b'}}",
        "{'Hostname':'h','WorkingDir':'/w','User':'1:2'} | {'Hostname':'h','Dir':'/w','User':'1:2'}",
        "{'Env':['A=1','B']}                      | {'Env':['A=1','B']}",
        "{'Tty':true}                             | {'TTY':true}",
        "{'Tty':false}                            | {}",
        "{'StopSignal':'INT','StopTimeout':0}     | {'StopSignal':'INT','StopGracePeriod':0}",
        "{'StopTimeout':7}                        | {'StopGracePeriod':7000000000}",
        "{'Healthcheck':{'Test':['CMD-SHELL','exit 0'],'Interval':5,'Timeout':4,'StartPeriod':2,'StartInterval':1,'Retries':3}} | {'Healthcheck':{'Test':['CMD-SHELL','exit 0'],'Interval':5,'Timeout':4,'StartPeriod':2,'StartInterval':1,'Retries':3}}",
        "{'Healthcheck':{'Test':['NONE']}}        | {'Healthcheck':{'Test':['NONE']}}",
        "{'HostConfig':{'ReadonlyRootfs':true}}   | {'ReadOnly':true}",
        "{'HostConfig':{'Init':false}}            | {'Init':false}",
        "{'HostConfig':{'GroupAdd':['audio','5']}} | {'Groups':['audio','5']}",
        "{'HostConfig':{'CapAdd':['A'],'CapDrop':['B']}} | {'CapabilityAdd':['A'],'CapabilityDrop':['B']}",
        "{'HostConfig':{'Sysctls':{'a':'1'}}}     | {'Sysctls':{'a':'1'}}",
        "{'HostConfig':{'Ulimits':[{'Name':'n','Soft':1,'Hard':2}]}} | {'Ulimits':[{'Name':'n','Soft':1,'Hard':2}]}",
        "{'HostConfig':{'OomScoreAdj':5}}         | {'OomScoreAdj':5}",
        "{'HostConfig':{'Isolation':'default'}}   | {'Isolation':'default'}",
        "{'HostConfig':{'ExtraHosts':['h:1.2.3.4','k:::1','g:host-gateway']}} | {'Hosts':['1.2.3.4 h','::1 k','host-gateway g']}",
        "{'HostConfig':{'Dns':['1.1.1.1'],'DnsSearch':['x'],'DnsOptions':['ndots:2']}} | {'DNSConfig':{'Nameservers':['1.1.1.1'],'Search':['x'],'Options':['ndots:2']}}",
      })
  void theContainerKeepsItsValues(String container, String expected) throws IOException {
    JsonNode spec = service(container(container), ONE).at("/TaskTemplate/ContainerSpec");
    assertEquals(expected, spec.toString().replace('"', '\''));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'Binds':['/a:/b']}        | {'Type':'bind','Source':'/a','Target':'/b'}",
        "{'Binds':['/a:/b:rw']}     | {'Type':'bind','Source':'/a','Target':'/b'}",
        "{'Binds':['/a:/b:ro,rslave,cached']} | {'Type':'bind','Source':'/a','Target':'/b','ReadOnly':true,'Consistency':'cached','BindOptions':{'Propagation':'rslave'}}",
        "{'Binds':['v:/b']}         | {'Type':'volume','Source':'v','Target':'/b'}",
        "{'Binds':['v:/b:ro,nocopy'],'VolumeDriver':'d'} | {'Type':'volume','Source':'v','Target':'/b','VolumeOptions':{'DriverConfig':{'Name':'d'},'NoCopy':true},'ReadOnly':true}",
        "{'Binds':['/a:/b','v:/c']} | {'Type':'bind','Source':'/a','Target':'/b'},{'Type':'volume','Source':'v','Target':'/c'}",
        "{'Mounts':[{'Type':'volume','Target':'/m','VolumeOptions':{'Labels':{'a':'b'}}}]} | {'Type':'volume','Target':'/m','VolumeOptions':{'Labels':{'a':'b'}}}",
        "{'Tmpfs':{'/t':''}}        | {'Type':'tmpfs','Target':'/t'}",
        "{'Tmpfs':{'/t':'rw,noexec,nosuid,nodev,size=1m,mode=1777'}} | {'Type':'tmpfs','Target':'/t','TmpfsOptions':{'SizeBytes':1048576,'Mode':1023}}",
        "{'Tmpfs':{'/t':'ro'}}      | {'Type':'tmpfs','Target':'/t','ReadOnly':true}",
      })
  void bindsVolumesAndTmpfsAreMounts(String host, String expected) throws IOException {
    JsonNode mounts =
        service(container("{'HostConfig':" + host + "}"), ONE)
            .at("/TaskTemplate/ContainerSpec/Mounts");
    assertEquals("[" + expected + "]", mounts.toString().replace('"', '\''));
  }

  @Test
  void aVolumeWithoutANameIsAMount() throws IOException {
    JsonNode mounts =
        service(container("{'Volumes':{'/v':{}}}"), ONE).at("/TaskTemplate/ContainerSpec/Mounts");
    assertEquals("[{\"Type\":\"volume\",\"Target\":\"/v\"}]", mounts.toString());
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "no-new-privileges          | {'NoNewPrivileges':true}",
        "no-new-privileges:true     | {'NoNewPrivileges':true}",
        "no-new-privileges=false    | {'NoNewPrivileges':false}",
        "seccomp=unconfined         | {'Seccomp':{'Mode':'unconfined'}}",
        "seccomp=builtin            | {'Seccomp':{'Mode':'default'}}",
        "seccomp={}                 | {'Seccomp':{'Mode':'custom','Profile':'e30='}}",
        "apparmor=unconfined        | {'AppArmor':{'Mode':'disabled'}}",
        "apparmor=docker-default    | {'AppArmor':{'Mode':'default'}}",
        "label=disable              | {'SELinuxContext':{'Disable':true}}",
        "label:disable              | {'SELinuxContext':{'Disable':true}}",
        "label=level:s0:c1,c2       | {'SELinuxContext':{'Level':'s0:c1,c2'}}",
        "label=type:t               | {'SELinuxContext':{'Type':'t'}}",
      })
  void securityOptionsArePrivileges(String option, String expected) throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.hostConfig.securityOpt = List.of(option);
    JsonNode privileges = service(spec, ONE).at("/TaskTemplate/ContainerSpec/Privileges");
    assertEquals(expected, privileges.toString().replace('"', '\''));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'NanoCpus':5,'Memory':6,'PidsLimit':7}   | /TaskTemplate/Resources | {'Limits':{'NanoCPUs':5,'MemoryBytes':6,'Pids':7}}",
        "{'Memory':6,'MemorySwap':8}               | /TaskTemplate/Resources | {'Limits':{'MemoryBytes':6},'SwapBytes':2}",
        "{'Memory':6,'MemorySwap':6}               | /TaskTemplate/Resources | {'Limits':{'MemoryBytes':6},'SwapBytes':0}",
        "{'Memory':6,'MemorySwap':-1}              | /TaskTemplate/Resources | {'Limits':{'MemoryBytes':6},'SwapBytes':-1}",
        "{'Memory':6,'MemorySwap':0}               | /TaskTemplate/Resources | {'Limits':{'MemoryBytes':6}}",
        "{'MemorySwappiness':0}                    | /TaskTemplate/Resources | {'MemorySwappiness':0}",
        "{'LogConfig':{'Type':'local','Config':{'a':'b'}}} | /TaskTemplate/LogDriver | {'Name':'local','Options':{'a':'b'}}",
        "{'NetworkMode':'n'}                       | /TaskTemplate/Networks | [{'Target':'n'}]",
        "{'NetworkMode':'host'}                    | /TaskTemplate/Networks | [{'Target':'host'}]",
        "{'NetworkMode':'default'}                 | /TaskTemplate/Networks | \"\"",
        "{'PortBindings':{'80/tcp':[{'HostPort':''}]}} | /EndpointSpec/Ports | [{'Protocol':'tcp','TargetPort':80,'PublishMode':'host'}]",
        "{'PortBindings':{'53/udp':[{'HostPort':'54'},{'HostPort':'55'}]}} | /EndpointSpec/Ports | [{'Protocol':'udp','TargetPort':53,'PublishedPort':54,'PublishMode':'host'},{'Protocol':'udp','TargetPort':53,'PublishedPort':55,'PublishMode':'host'}]",
      })
  void otherPartsAreOutsideOfTheContainer(String host, String at, String expected)
      throws IOException {
    JsonNode part = service(container("{'HostConfig':" + host + "}"), ONE).at(at);
    assertEquals(expected, part.toString().replace('"', '\''));
  }

  @Test
  void networksHaveTheOptionsOfEndpoints() throws IOException {
    ContainerSpec spec =
        container(
            "{'HostConfig':{'NetworkMode':'a'},'NetworkingConfig':{'EndpointsConfig':{"
                + "'a':{'Aliases':['x']},'b':{'DriverOpts':{'k':'v'}}}}}");
    assertEquals(
        "[{'Aliases':['x'],'Target':'a'},{'DriverOpts':{'k':'v'},'Target':'b'}]",
        service(spec, ONE).at("/TaskTemplate/Networks").toString().replace('"', '\''));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "\"\"          | \"\"",
        "linux/amd64   | {'Platforms':[{'OS':'linux','Architecture':'amd64'}]}",
        "linux/arm/v7  | {'Platforms':[{'OS':'linux','Architecture':'arm'}]}",
        "linux         | {'Platforms':[{'OS':'linux','Architecture':''}]}",
      })
  void aPlatformIsAPlacement(String platform, String expected) throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.platform = platform;
    JsonNode placement = service(spec, ONE).at("/TaskTemplate/Placement");
    assertEquals(expected, placement.toString().replace('"', '\''));
  }

  @Test
  void aJobHasLabelsModeRestartsReservationsAndConstraints() throws IOException {
    ContainerSpec spec = container("{'Labels':{'a':'b','dev.davit.job':'9'}}");
    spec.name = "n";
    JobOptions options =
        new JobOptions(6, 2, 1, 500_000_000L, 4L, List.of("a==b"), List.of(), List.of());
    assertEquals(
        "{'Name':'n','Labels':{'dev.davit.job':'6','a':'b'},'TaskTemplate':{"
            + "'ContainerSpec':{'Labels':{'a':'b','dev.davit.job':'9'}},"
            + "'Resources':{'Reservations':{'NanoCPUs':500000000,'MemoryBytes':4}},"
            + "'RestartPolicy':{'Condition':'on-failure','MaxAttempts':1,'Delay':1000000000},"
            + "'Placement':{'Constraints':['a==b']}},"
            + "'Mode':{'ReplicatedJob':{'MaxConcurrent':2,'TotalCompletions':6}}}",
        service(spec, options).toString().replace('"', '\''));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'Binds':['/a:/b:z']                | the option z of --volume",
        "'Binds':['/a:/b:nocopy']           | the option nocopy of --volume",
        "'Binds':['v:/b:rshared']           | the option rshared of --volume",
        "'Binds':['/a:/b:ro:x']             | --volume /a:/b:ro:x; use --mount",
        "'Tmpfs':{'/t':'exec'}              | the option exec of --tmpfs",
        "'NetworkMode':'container:c'        | --network container:c",
        "'SecurityOpt':['apparmor=own']     | --security-opt apparmor=own",
        "'SecurityOpt':['label=filetype:x'] | --security-opt label=filetype:x",
        "'SecurityOpt':['other']            | --security-opt other",
        "'MaskedPaths':[],'ReadonlyPaths':[] | --security-opt systempaths",
        "'PortBindings':{'80/tcp':[{'HostIp':'1.2.3.4'}]} | the address 1.2.3.4 of --publish",
        "'PortBindings':{'80/tcp':[{'HostPort':'1-2'}]} | the range 1-2 of --publish for one port",
      })
  void whatAServiceLacksIsRefused(String host, String lacks) {
    ContainerSpec spec = container("{'HostConfig':{" + host + "}}");
    assertEquals(
        "a service cannot have " + lacks,
        assertThrows(IllegalArgumentException.class, () -> service(spec, ONE)).getMessage());
  }

  /** A swarm replaces the number 0 by the ID of the node. */
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "a-{{.Task.Slot}}          | a-#",
        "{{ .Task.Slot }}{{.Task.Slot}} | ##",
        "{{.Task.Name}} {{.Task.Slots}} | {{.Task.Name}} {{.Task.Slots}}",
        "{{if .Task.Slot}}x{{end}} | {{if .Task.Slot}}x{{end}}",
        "{.Task.Slot}              | {.Task.Slot}",
      })
  void theNumberOfATaskIsATemplate(String text, String expected) throws IOException {
    String number = "{{if eq .Task.Slot .Node.ID}}0{{else}}{{.Task.Slot}}{{end}}";
    ContainerSpec spec =
        container(
            "{'Cmd':['T'],'Hostname':'T','Env':['A=T'],'HostConfig':{'Binds':['T:/v']}}"
                .replace("T", text));
    assertEquals(
        "{'Args':['C'],'Hostname':'T','Env':['A=T'],'Mounts':[{'Type':'volume','Source':'T','Target':'/v'}]}"
            .replace("'C'", "'" + text + "'")
            .replace("'T'", "'" + expected.replace("#", number) + "'")
            .replace("A=T", "A=" + expected.replace("#", number)),
        service(spec, ONE).at("/TaskTemplate/ContainerSpec").toString().replace('"', '\''));
  }
}
