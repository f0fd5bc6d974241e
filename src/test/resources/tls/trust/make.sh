#!/bin/sh
# Makes the certificates of cases.txt anew, by openssl; they are good for nothing else. Usage: make.sh
# All servers have one key, key.pem. NAME.pem is what a server sends or what a client trusts, first its own certificate.
set -eu
cd "$(dirname "$0")"
rm -f -- *.pem
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

past='20000101000000Z 20100101000000Z'
future='21000101000000Z 21100101000000Z'
names='subjectAltName=IP:127.0.0.1,DNS:engine.test'
authority='basicConstraints=critical,CA:TRUE'

key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }
key key.pem
for name in root intermediate stranger; do key "$work/$name"; done
cp key.pem "$work/server"
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/rsa"

# sign NAME KEY ISSUER ISSUER-KEY SUBJECT EXTENSIONS [DATES] [DIGEST]: NAME.pem; ISSUER - for a self-signed one
sign() {
  name=$1 key=$work/$2 issuer=$3 issuerKey=$work/$4
  # shellcheck disable=SC2086 # words
  set -- "$5" "$6" ${7:-20200101000000Z 21200101000000Z} "${8:-sha256}"
  (
    cd "$work"
    openssl req -new -key "$key" -subj "$1" -out request
    echo "$2" | tr '|' '\n' >extensions
    : >index
    printf '[ca]\ndefault_ca=a\n[a]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n' >config
    [ "$issuer" = - ] && by=-selfsign || by="-cert $OLDPWD/$issuer.pem"
    # shellcheck disable=SC2086 # words
    openssl ca -batch -notext -config config $by -keyfile "$issuerKey" -in request -extfile extensions \
      -startdate "$3" -enddate "$4" -md "$5" -out "$OLDPWD/$name.pem"
  ) 2>"$work/log" || { cat "$work/log"; exit 1; }
}

# root NAME EXTENSIONS [DATES] [DIGEST], all of one name and key; server NAME EXTENSIONS [DATES] [DIGEST], signed by the key of these
root() { sign "$1" root - root /CN=root "$2" "${3-}" "${4-}"; }
server() { sign "$1" server root root "/CN=${5-server}" "$2" "${3-}" "${4-}"; }
# intermediate NAME EXTENSIONS [DATES] [DIGEST] [NAMES]: a server's certificate with the one that has signed it
intermediate() {
  sign "$1" intermediate root root /CN=intermediate "$2" "${3-}" "${4-}"
  sign leaf server "$1" intermediate /CN=server "${5-$names}"
  cat "$1.pem" >>leaf.pem
  mv leaf.pem "$1.pem"
}
# self NAME EXTENSIONS [DATES] [DIGEST]: a self-signed server
self() { sign "$1" server - server /CN=self "$2" "${3-}" "${4-}"; }

root root "$authority"
root root-past "$authority" "$past"
root root-future "$authority" "$future"
root root-no-ca 'basicConstraints=CA:FALSE'
root root-plain 'subjectKeyIdentifier=hash'
root root-no-signing "$authority|keyUsage=digitalSignature"
root root-for-clients "$authority|extendedKeyUsage=clientAuth"
root root-elsewhere "$authority|nameConstraints=critical,permitted;DNS:example.org,permitted;IP:192.0.2.0/255.255.255.0"
root root-excluding "$authority|nameConstraints=critical,excluded;DNS:engine.test"
root root-here "$authority|nameConstraints=critical,permitted;DNS:test,permitted;IP:127.0.0.0/255.0.0.0"
root root-short 'basicConstraints=critical,CA:TRUE,pathlen:0'
root root-sha1 "$authority" '' sha1
sign stranger stranger - stranger /CN=stranger "$authority"
sign namesake stranger - stranger /CN=root "$authority"
sign rsa-root rsa - rsa /CN=rsa "$authority"
sign rsa-namesake rsa - rsa /CN=root "$authority"
openssl req -new -key "$work/root" -subj /CN=root | openssl x509 -req -signkey "$work/root" -days 36500 -out root-v1.pem 2>/dev/null

server server "$names"
server wild 'subjectAltName=DNS:*.wild.test,DNS:f*.part.test,DNS:a.*.inner.test,DNS:*,DNS:my_engine.test'
server top 'subjectAltName=DNS:*.test'
server v6 'subjectAltName=IP:2001:db8::1'
server address-as-name 'subjectAltName=DNS:127.0.0.1'
server mail 'subjectAltName=email:a@engine.test'
server common-name 'subjectKeyIdentifier=hash' '' '' engine.test
server past "$names" "$past"
server past-elsewhere 'subjectAltName=DNS:elsewhere.test' "$past"
server future "$names" "$future"
server for-clients "$names|extendedKeyUsage=clientAuth"
server for-all "$names|extendedKeyUsage=anyExtendedKeyUsage"
server for-both "$names|extendedKeyUsage=clientAuth,serverAuth"
server key-encipherment "$names|keyUsage=keyEncipherment"
server netscape-client "$names|nsCertType=client"
server critical "$names|1.2.3.4=critical,DER:0500"
server sha1 "$names" '' sha1
server sha224 "$names" '' sha224
server sha512 "$names" '' sha512
sign rsa server rsa-root rsa /CN=server "$names"
sign rsa-sha1 server rsa-root rsa /CN=server "$names" '' sha1

intermediate chain "$authority"
openssl x509 -in chain.pem -out chain-missing.pem
cat chain.pem root.pem >chain-root.pem
cat chain-missing.pem stranger.pem root.pem >chain-disordered.pem
sed -n '/BEGIN/,$p' chain.pem | awk '/BEGIN/ { n++ } n == 2' >>chain-disordered.pem
intermediate chain-past "$authority" "$past"
intermediate chain-no-ca 'basicConstraints=CA:FALSE'
intermediate chain-for-clients "$authority|extendedKeyUsage=clientAuth"
intermediate chain-no-signing "$authority|keyUsage=digitalSignature"
intermediate chain-elsewhere "$authority|nameConstraints=critical,permitted;DNS:example.org,permitted;IP:192.0.2.0/255.255.255.0"
intermediate chain-here "$authority|nameConstraints=critical,permitted;DNS:test,permitted;IP:127.0.0.0/255.0.0.0"
intermediate chain-by-name "$authority|nameConstraints=permitted;DNS:test" '' '' subjectAltName=IP:127.0.0.1
intermediate chain-sha1 "$authority" '' sha1
intermediate chain-critical "$authority|1.2.3.4=critical,DER:0500"
sign upper intermediate root root /CN=intermediate 'basicConstraints=critical,CA:TRUE,pathlen:0'
sign lower stranger upper intermediate /CN=lower "$authority"
sign chain-long server lower stranger /CN=server "$names"
cat lower.pem upper.pem >>chain-long.pem
rm lower.pem upper.pem

self self "$names"
self self-ca "$names|$authority"
self self-past "$names" "$past"
self self-elsewhere 'subjectAltName=DNS:elsewhere.test'
self self-for-clients "$names|extendedKeyUsage=clientAuth"
self self-critical "$names|1.2.3.4=critical,DER:0500"
self self-sha1 "$names" '' sha1
