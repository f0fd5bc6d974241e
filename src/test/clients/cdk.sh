# shellcheck shell=sh
# aws-cdk-lib: images that bundle the files of a program, by DockerImage.
prepare() {
  npm_packages
}

actions() {
  docker tag busybox:latest public.ecr.aws/docker/library/alpine:latest
  mkdir image
  printf '%s\n' 'FROM busybox:latest' 'ARG A' 'RUN mkdir -p /asset/sub && echo "$A" >/asset/built' 'COPY file.txt /asset/sub/' \
    'FROM busybox:latest AS last' 'COPY --from=0 /asset /asset' >image/Dockerfile
  printf '%s\n' 'FROM busybox:latest' 'RUN exit 3' >image/Failing
  echo text >image/file.txt
  NODE_PATH=$NODE JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 node "$here/cdk.js" 2>&1 | sed -E '/^ +at /d'
  find output copied* -type f | sort | xargs grep ''
  docker container prune -f
}
