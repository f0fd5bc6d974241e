#!/bin/sh
# Makes the keys and certificates of the TLS tests anew, by openssl; they are good for nothing else. Usage: make.sh
# Servers are named by what is wrong with them; of the client's key there is one file for each way to write a key.
set -eu
cd "$(dirname "$0")"
rm -f -- *.pem
trap 'rm -f ./*.csr ./*.srl ./*-ca-key.pem' EXIT
curve='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'

authority() {
  # shellcheck disable=SC2086 # words
  openssl req -x509 $curve -days 36500 -subj "/CN=$1" -keyout "$1-key.pem" -out "$1.pem"
}

# certificate NAME CA EXTENSIONS KEY-OPTIONS [DATES]: NAME.pem and NAME-key.pem
certificate() {
  name=$1 ca=$2 extensions=$3 key=$4
  shift 4
  # shellcheck disable=SC2086 # words
  openssl req $key -subj "/CN=$name" -keyout "$name-key.pem" -out "$name.csr"
  echo "$extensions" | openssl x509 -req -in "$name.csr" -CA "$ca.pem" -CAkey "$ca-key.pem" -CAcreateserial -extfile - \
    -out "$name.pem" "$@"
}

server() {
  certificate "$1" "$2" "extendedKeyUsage=serverAuth
$3" "$curve" "${4--days}" "${5-36500}"
}

client() {
  certificate "$1" "$2" "extendedKeyUsage=clientAuth" "$3" -days 36500
}

authority engine-ca
authority other-ca
server server engine-ca subjectAltName=IP:127.0.0.1,IP:::1,DNS:localhost
server server-named engine-ca subjectAltName=DNS:engine.example.com,DNS:*.example.org
server server-unnamed engine-ca subjectKeyIdentifier=hash
server server-elsewhere engine-ca subjectAltName=IP:192.0.2.1,IP:2001:db8::1
server server-unknown other-ca subjectAltName=IP:127.0.0.1
# the one of 2020, that of 2120 is not yet valid
openssl ca -help >/dev/null 2>&1
dated() {
  # shellcheck disable=SC2086 # words
  openssl req $curve -subj "/CN=$1" -keyout "$1-key.pem" -out "$1.csr"
  : >index
  echo "subjectAltName=IP:127.0.0.1" >extensions
  printf '[ca]\ndefault_ca=a\n[a]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\npolicy=p\ndefault_md=sha256\n[p]\ncommonName=supplied\n' >config
  openssl ca -batch -notext -config config -cert engine-ca.pem -keyfile engine-ca-key.pem -in "$1.csr" -extfile extensions \
    -startdate "$2" -enddate "$3" -out "$1.pem"
  rm -f index* extensions config serial [0-9A-F]*.pem
}
dated server-expired 20200101000000Z 20200201000000Z
dated server-future 21200101000000Z 21200201000000Z
client client-as-server engine-ca "$curve"
mv client-as-server.pem server-client.pem
mv client-as-server-key.pem server-client-key.pem

client rsa engine-ca '-newkey rsa:2048 -nodes'
client ec engine-ca "$curve"
client ed25519 engine-ca '-newkey ed25519 -nodes'
client stranger other-ca "$curve"
mv rsa-key.pem rsa-pkcs8-key.pem
openssl rsa -traditional -in rsa-pkcs8-key.pem -out rsa-pkcs1-key.pem
openssl rsa -traditional -aes128 -passout pass:secret -in rsa-pkcs8-key.pem -out rsa-encrypted-key.pem
openssl pkcs8 -topk8 -passout pass:secret -in rsa-pkcs8-key.pem -out rsa-pkcs8-encrypted-key.pem
mv ec-key.pem ec-pkcs8-key.pem
{ openssl ecparam -name prime256v1; openssl ec -in ec-pkcs8-key.pem; } >ec-sec1-key.pem
mv ed25519-key.pem ed25519-pkcs8-key.pem
