# shellcheck shell=sh
# jib-maven-plugin: puts a Java program on an image of the engine (docker://) and loads the result.
order=sort
prepare() {
  JAVA_HOME=$(src/dev/find-jdk)
  export JAVA_HOME
  rm -rf "$STATE/jib"
  cp -r src/test/clients/jib "$STATE/jib"
  mvn -B -ntp -q -f "$STATE/jib/pom.xml" compile jib:dockerBuild -Djib.skip=true
}

jib() {
  mvn -B -o -ntp -f pom.xml compile jib:dockerBuild "$@" 2>&1 | grep -v -e '^WARNING' -e 'Building .* layer' | sed -E 's/^(\[INFO\] Total time:).*/\1/'
}

actions() {
  cp -r "$STATE/jib/." .
  JAVA_HOME=$("$root/src/dev/find-jdk")
  export JAVA_HOME
  jib
  docker images --format '{{.Repository}}:{{.Tag}}'
  docker image inspect -f '{{json .Config}}' example:jib
  jib -Djib.from.image=docker://absent:1
  jib -Djib.from.image=docker://busybox:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000
  jib -Djib.container.entrypoint=echo -Djib.container.args=a,b -Djib.to.tags=second
  docker run --rm example:second
}
