# shellcheck shell=sh
# whalebuilder of Debian: an image to build packages in, from a base image whose package commands are replaced, as there is no network.
needs='whalebuilder docker-registry curl'

publish_base() {
  docker run --name base busybox:latest sh -c '
    printf "%s\n" "#!/bin/sh" "exec \"\$@\"" >/bin/eatmydata
    chmod +x /bin/eatmydata
    for name in apt-get groupadd useradd; do
      printf "%s\n" "#!/bin/sh" "echo $name \"\$@\"" >/bin/$name
      chmod +x /bin/$name
    done
    mkdir -p /etc/apt
    echo "deb http://example.com/debian sid main" >/etc/apt/sources.list'
  docker commit base localhost:5000/debian:sid
  docker rm base
  docker push -q localhost:5000/debian:sid
  docker rmi localhost:5000/debian:sid
}

actions() {
  export RUBYOPT=-W0
  start_registry
  publish_base
  create() {
    whalebuilder create --distribution localhost:5000/debian --maintainer 'A B <a@b>' "$@" 2>&1 | grep -v -e 'Verifying Checksum' -e 'Download complete'
  }
  create builder
  create --repository http://localhost/other --hook 'RUN cat /etc/apt/sources.list' --eat-my-data builder:other
  create --hook 'RUN exit 3' builder:failing
  create --release absent builder:absent
  whalebuilder update builder:other
  whalebuilder update --reimport builder
  whalebuilder update localhost:5000/absent:1
  docker container prune -f
}
