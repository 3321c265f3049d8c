#!/bin/sh
# Checks the SM2 seal inside a paper with pdfdetach and openssl alone: sh verify-seal.sh paper.pdf [root.pem]
# It takes the seal's signature (GB/T 38540-2020) out of the file, then asks openssl whether the signature is the signer's,
# and whether the first bytes of the paper, as they were printed, have the SM3 hash that was signed.
set -eu
paper=$1 root=${2:-}
work=$(mktemp -d); trap 'rm -r "$work"' EXIT
distid=distid:1234567812345678

part() {  # part <file> <n>: offset, header length and length of the n-th part within the outermost sequence
    openssl asn1parse -inform DER -in "$1" | sed -n 's/^ *\([0-9]*\):d=1 *hl=\([0-9]*\) *l= *\([0-9]*\) .*/\1 \2 \3/p' | sed -n "$2p"
}
whole() { set -- "$1" $(part "$1" "$2"); tail -c +$(($2 + 1)) "$1" | head -c $(($3 + $4)); }
content() { set -- "$1" "$3" $(part "$1" "$2"); tail -c +$(($3 + $4 + 1 + $2)) "$1" | head -c $(($5 - $2)); }

pdfdetach -savefile electronic-seal.ses -o "$work/ses" "$paper"
whole "$work/ses" 1 > "$work/signed"
content "$work/ses" 2 0 | openssl x509 -inform DER -out "$work/signer.pem"
content "$work/ses" 4 1 > "$work/signature"       # after the byte that counts unused bits
content "$work/signed" 4 1 | od -An -tx1 | tr -d ' \n' > "$work/hash"
covers=$(content "$work/signed" 5 0)              # PDF;rev=0;len=<bytes of the paper as printed>
found=$(head -c "${covers##*=}" "$paper" | openssl dgst -sm3 -r | cut -d ' ' -f 1)

openssl x509 -in "$work/signer.pem" -noout -subject -nameopt utf8,-esc_msb
echo "$covers"
[ -z "$root" ] || openssl verify -vfyopt $distid -CAfile "$root" "$work/signer.pem"
openssl pkeyutl -verify -certin -inkey "$work/signer.pem" -rawin -in "$work/signed" -digest sm3 -sigfile "$work/signature" -pkeyopt $distid
[ "$found" = "$(cat "$work/hash")" ] || { echo "The printed file was changed: its SM3 is $found"; exit 1; }
echo "The printed file is as it was sealed: SM3 $found"
