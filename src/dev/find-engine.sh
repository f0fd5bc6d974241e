# shellcheck shell=sh
# Sourced by demo: find_engine sets `address` and `origin` to the engine that $davit uses, if it answers; otherwise it
# prints the reason in one line.

# Prints the endpoint of a stored context, from a file named by the hash of the context's name.
context_host() {
  meta=${DOCKER_CONFIG:-${HOME:-}/.docker}/contexts/meta/$(printf %s "$1" | sha256sum | cut -d ' ' -f 1)/meta.json
  [ -r "$meta" ] || return 1
  tr -d '\n' <"$meta" | sed -n 's/.*"docker" *: *{[^}]*"Host" *: *"\([^"]*\)".*/\1/p'
}

# Only unix:// and plain tcp:// are supported, as curl loads the image.
engine_answers() {
  case $address in
    unix://* | tcp://*) ;;
    *)
      echo "the demo speaks unix:// and plain tcp:// only, so $address ($origin) is left alone" >&2
      return 1
      ;;
  esac
  if [ -n "${DOCKER_TLS_VERIFY-}${DOCKER_TLS-}" ] && [ "$origin" = DOCKER_HOST ]; then
    echo "the demo speaks no TLS, so $address ($origin) is left alone" >&2
    return 1
  fi
  # shellcheck disable=SC2154 # set by demo
  "$here/api" "$address" GET /_ping >/dev/null 2>&1 && return
  [ "$origin" = "default socket" ] || echo "no engine answers at $address ($origin)" >&2
  return 1
}

find_engine() {
  # davit prints the current context; DOCKER_HOST makes that the default one.
  # shellcheck disable=SC2154 # set by demo
  context=$("$davit" version --format '{{.Client.Context}}' 2>/dev/null)
  if [ -n "${DOCKER_HOST-}" ]; then
    origin=DOCKER_HOST address=$DOCKER_HOST
    engine_answers
    return
  fi
  if [ -n "$context" ] && [ "$context" != default ]; then
    origin="context $context"
    address=$(context_host "$context") || address="an unreadable context"
    engine_answers
    return
  fi
  # shellcheck disable=SC2034 # read by demo
  origin="default socket"
  for socket in /var/run/docker.sock "${XDG_RUNTIME_DIR:-/nowhere}/docker.sock" \
    "${XDG_RUNTIME_DIR:-/nowhere}/podman/podman.sock"; do
    address=unix://$socket
    ! engine_answers || return 0
  done
  return 1
}
