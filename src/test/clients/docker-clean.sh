# shellcheck shell=sh
# docker-clean of Debian: removes containers, images, volumes and networks that are not used.
needs=docker-clean

fill() {
  docker run -d --name running busybox:latest sleep 600
  docker run --name ended --label a=b busybox:latest sh -c 'echo >/new'
  docker create --name created busybox:latest true
  docker commit ended ended:1
  docker commit created
  docker tag busybox:latest busybox:other
  docker volume create unused
  docker network create empty
}

actions() {
  fill
  docker-clean -v
  docker-clean --dry-run
  docker-clean all -n
  docker-clean -l
  docker-clean run -l
  docker-clean -s -c -d -l
  docker-clean all -l
}
