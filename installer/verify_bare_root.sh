#!/bin/sh
# Proves that the two commands work on a bare Debian 12: makes a root with debootstrap, adds only python3, python3-venv, git
# and make, clones this checkout's last commit into it, and runs `make demo DEMO_ARGS=--auto` and `make test` there as root,
# each twice, with the times they took.
#
#   installer/verify_bare_root.sh /var/tmp/bare-root                    both commands
#   installer/verify_bare_root.sh /var/tmp/bare-root test               one of them: setup, demo or test
#   installer/verify_bare_root.sh --with-host-pip /var/tmp/bare-root    behind a proxy, a mirror or a private certificate
#
# Needs root and about 6 GB in the scratch folder, which is made if it is not there and kept afterwards; run again, it takes up
# the root that is there and clones anew. With --with-host-pip the caller's way to its packages goes along: PIP_*, *_proxy and
# certificate variables, the certificates they name, and /etc/pip.conf. /proc is mounted only while a command runs, nothing is
# copied meanwhile, and it is unmounted however this ends.
set -eu

usage() { sed -n '2,/^set -eu/p' "$0" | sed -n 's/^# \{0,1\}//p' >&2; exit 2; }

with_host_pip=
if [ "${1-}" = --with-host-pip ]; then
    with_host_pip=yes
    shift
fi
case ${1-} in '' | -*) usage ;; esac
mkdir -p "$1"
root=$(cd "$1" && pwd)
shift
[ "$root" != / ] || usage
[ "$(id -u)" -eq 0 ] || { echo "this needs root" >&2; exit 1; }
checkout=$(cd "$(dirname "$0")/.." && pwd)
house=/srv/majlis
log=$root.log

release_root() {
    if grep -q " $root/proc " /proc/mounts; then
        umount "$root/proc"
    fi
}
trap release_root EXIT
trap 'exit 130' INT TERM
release_root

inside() {
    mount -t proc proc "$root/proc"
    result=0
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb DEBIAN_FRONTEND=noninteractive $host_pip_environment \
        chroot "$root" sh -c "$1" || result=$?
    release_root
    return $result
}

# ---- the root -------------------------------------------------------------------------------------------------------

host_pip_environment=
bring_host_pip() {
    for variable in $(env | sed -n 's/^\(PIP_[A-Z_]*\|SSL_CERT_FILE\|REQUESTS_CA_BUNDLE\|[a-zA-Z]*_proxy\|[A-Z]*_PROXY\)=.*/\1/p'); do
        eval "value=\$$variable"
        case $value in
            *[[:space:]]*) echo "$variable is left out: its value holds a blank" >&2 ;;
            *) host_pip_environment="$host_pip_environment $variable=$value" ;;
        esac
    done
    mkdir -p "$root/etc/ssl/certs"
    for bundle in /etc/ssl/certs/ca-certificates.crt ${PIP_CERT-} ${REQUESTS_CA_BUNDLE-}; do
        if [ -f "$bundle" ]; then
            mkdir -p "$root$(dirname "$bundle")"
            cp -L "$bundle" "$root$bundle"
        fi
    done
    if [ -f /etc/pip.conf ]; then
        cp /etc/pip.conf "$root/etc/pip.conf"
    fi
}

if [ ! -e "$root/.bare" ]; then
    command -v debootstrap >/dev/null || apt-get -q -y install --no-install-recommends debootstrap
    debootstrap --variant=minbase --include=python3,python3-venv,git,make,ca-certificates bookworm "$root"
    touch "$root/.bare"
fi
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
if [ -n "$with_host_pip" ]; then
    bring_host_pip
fi
rm -rf "$root$house"
git clone --quiet --no-hardlinks "$checkout" "$root$house"
git -C "$root$house" remote remove origin

# ---- the two commands -----------------------------------------------------------------------------------------------

timed() {
    echo "== $1: $2"
    started=$(date +%s%N)
    inside "cd $house && $2" >>"$log" 2>&1 || { tail -n 60 "$log"; echo "== FAILED: $2 (all of it: $log)"; exit 1; }
    echo "== $1 took $((($(date +%s%N) - started) / 1000000)) ms"
}

: >"$log"
[ $# -gt 0 ] || set -- demo test
for job; do
    case $job in
        setup) command='make setup' ;;
        demo) command='make demo DEMO_ARGS=--auto' ;;
        test) command='make test' ;;
        *) usage ;;
    esac
    timed "first run" "$command"
    timed "second run" "$command"
done
timed "set-up alone, everything in place" "make setup"
tail -n 1 "$log"
