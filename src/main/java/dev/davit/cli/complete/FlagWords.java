package dev.davit.cli.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fixed values of flags, which need no engine. */
final class FlagWords {
  /** The capabilities in linux/capability.h. */
  static final List<String> CAPABILITIES =
      words(
          """
          ALL CAP_AUDIT_CONTROL CAP_AUDIT_READ CAP_AUDIT_WRITE CAP_BLOCK_SUSPEND CAP_BPF
          CAP_CHECKPOINT_RESTORE CAP_CHOWN CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_FOWNER
          CAP_FSETID CAP_IPC_LOCK CAP_IPC_OWNER CAP_KILL CAP_LEASE CAP_LINUX_IMMUTABLE
          CAP_MAC_ADMIN CAP_MAC_OVERRIDE CAP_MKNOD CAP_NET_ADMIN CAP_NET_BIND_SERVICE
          CAP_NET_BROADCAST CAP_NET_RAW CAP_PERFMON CAP_SETFCAP CAP_SETGID CAP_SETPCAP CAP_SETUID
          CAP_SYSLOG CAP_SYS_ADMIN CAP_SYS_BOOT CAP_SYS_CHROOT CAP_SYS_MODULE CAP_SYS_NICE
          CAP_SYS_PACCT CAP_SYS_PTRACE CAP_SYS_RAWIO CAP_SYS_RESOURCE CAP_SYS_TIME
          CAP_SYS_TTY_CONFIG CAP_WAKE_ALARM
          """);

  static final List<String> SIGNALS = signals();

  static final List<String> PLATFORMS =
      words(
          """
          linux/386 linux/amd64 linux/arm linux/arm/v5 linux/arm/v6 linux/arm/v7 linux/arm64
          linux/arm64/v8 linux/ppc64le linux/riscv64 linux/s390x windows/amd64 wasip1/wasm
          """);

  static final List<String> ULIMITS =
      words(
          """
          as= chroot= core= cpu= data= fsize= locks= maxlogins= maxsyslogins= memlock= msgqueue=
          nice= nofile= nproc= priority= rss= rtprio= sigpending= stack=
          """);

  private static final String SHARED_LOG_OPTIONS = "max-buffer-size= mode= ";
  private static final String TAGGED = "env= env-regex= labels= tag= ";

  /** The log options of each log driver. */
  static final Map<String, List<String>> LOG_OPTIONS =
      Map.of(
          "awslogs",
          logOptions(
              "awslogs-create-group= awslogs-credentials-endpoint= awslogs-datetime-format="
                  + " awslogs-group= awslogs-multiline-pattern= awslogs-region= awslogs-stream="
                  + " tag="),
          "fluentd",
          logOptions(
              TAGGED
                  + "fluentd-address= fluentd-async= fluentd-buffer-limit= fluentd-max-retries="
                  + " fluentd-request-ack= fluentd-retry-wait= fluentd-sub-second-precision="
                  + " fluentd-write-timeout="),
          "gcplogs",
          logOptions(
              "env= env-regex= gcp-log-cmd= gcp-meta-id= gcp-meta-name= gcp-meta-zone="
                  + " gcp-project= labels="),
          "gelf",
          logOptions(
              TAGGED
                  + "gelf-address= gelf-compression-level= gelf-compression-type="
                  + " gelf-tcp-max-reconnect= gelf-tcp-reconnect-delay="),
          "journald",
          logOptions(TAGGED),
          "json-file",
          logOptions("compress= env= env-regex= labels= max-file= max-size="),
          "local",
          logOptions("compress= max-file= max-size="),
          "none",
          List.of(),
          "splunk",
          logOptions(
              TAGGED
                  + "splunk-caname= splunk-capath= splunk-format= splunk-gzip= splunk-gzip-level="
                  + " splunk-index= splunk-insecureskipverify= splunk-source= splunk-sourcetype="
                  + " splunk-token= splunk-url= splunk-verify-connection="),
          "syslog",
          logOptions(
              TAGGED
                  + "syslog-address= syslog-facility= syslog-format= syslog-tls-ca-cert="
                  + " syslog-tls-cert= syslog-tls-key= syslog-tls-skip-verify="));

  private FlagWords() {}

  /** The log options of the last driver given; of all drivers if it is unknown or not given. */
  static List<String> logOptions(List<String> driver) {
    if (!driver.isEmpty() && LOG_OPTIONS.containsKey(driver.getLast())) {
      return LOG_OPTIONS.getOrDefault(driver.getLast(), List.of());
    }
    return LOG_OPTIONS.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  private static List<String> logOptions(String own) {
    return words(SHARED_LOG_OPTIONS + own);
  }

  private static List<String> signals() {
    List<String> names =
        new ArrayList<>(
            words(
                """
                ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT
                SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ
                RTMIN
                """));
    for (int i = 1; i <= 15; i++) {
      names.add("RTMIN+" + i);
    }
    for (int i = 14; i >= 1; i--) {
      names.add("RTMAX-" + i);
    }
    names.add("RTMAX");
    return List.copyOf(names);
  }

  static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
