# shellcheck shell=sh
# openapi-generator-cli in its docker mode: pulls, inspects and runs the image of the version selected.
needs='docker-registry curl'

prepare() {
  npm_packages
}

# An image that lists what the program gives to the generator.
publish_generator() {
  docker create --name generator busybox:latest
  docker commit --change 'ENTRYPOINT ["sh", "-c", "case $1 in help) for w in generate help version; do echo \"    $w  text\"; done;; completion) echo generate; echo validate;; *) echo \"$(id -u):$(id -g) $*\"; find /local | sort; exit 3;; esac", "sh"]' \
    generator localhost:5000/generator:v3.0.0
  docker rm generator
  docker push localhost:5000/generator:v3.0.0
  docker rmi localhost:5000/generator:v3.0.0
}

actions() {
  start_registry
  publish_generator
  cat >openapitools.json <<'END'
{"generator-cli": {"version": "3.0.0", "useDocker": true, "dockerImageName": "localhost:5000/generator", "generators": {
  "first": {"generatorName": "java", "output": "#{cwd}/out", "glob": "*.yml", "skipValidateSpec": true}}}}
END
  echo 'openapi: 3.0.0' >api.yml
  openapi-generator-cli version
  openapi-generator-cli generate -i /local/api.yml -g java -o /local/out
  openapi-generator-cli generate
  docker rmi localhost:5000/generator:v3.0.0
  openapi-generator-cli version
}
