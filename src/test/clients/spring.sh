# shellcheck shell=sh
# spring-boot-docker-compose: a Spring Boot program starts the services of a compose file, by docker's plugin, and stops them.
needs=docker-compose
order=sort

prepare() {
  JAVA_HOME=$(src/dev/find-jdk)
  export JAVA_HOME
  rm -rf "$STATE/spring"
  cp -r src/test/clients/spring "$STATE/spring"
  mvn -B -ntp -q -f "$STATE/spring/pom.xml" compile dependency:copy-dependencies -DoutputDirectory=target/lib
}

# Its log has the names of threads, and the plugin's messages come in any order.
spring() {
  "$("$root/src/dev/find-jdk")/bin/java" -cp "$STATE/spring/target/classes:$STATE/spring/target/lib/*" example.Example \
    --spring.main.banner-mode=off --logging.level.org.springframework.boot.docker.compose=debug \
    --logging.pattern.console='%-5level %logger{0} %msg%n%throwable{short}' "$@" 2>&1 | sed -E 's/ (with PID|in) [0-9.]+ .*//' | sort
}

actions() {
  plugin compose
  cat >compose.yaml <<'END'
name: example
services:
  web:
    image: busybox:latest
    command: httpd -f -p 80 -h /etc
    init: true
    environment: {A: b c}
    labels: {com.example.label: d e}
    ports: ["8081:80"]
  never:
    image: busybox:latest
    profiles: [other]
END
  spring
  docker ps -a --format '{{.Names}} {{.State}}'
  spring --spring.docker.compose.stop.command=down --spring.docker.compose.stop.timeout=0s
  spring --spring.docker.compose.lifecycle-management=start-only
  docker ps -a --format '{{.Names}} {{.State}}'
  spring --spring.docker.compose.file=absent.yaml
  docker stop -t 0 example-web-1
  spring --spring.docker.compose.lifecycle-management=none
  echo '  broken: {image: "busybox:absent", pull_policy: never}' >>compose.yaml
  spring
}
