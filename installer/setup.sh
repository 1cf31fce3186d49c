#!/bin/sh
# Makes this checkout ready to run: system packages, .venv with pinned and hashed dependencies, compiled translations.
# A second run finds everything in place and takes well under a second; an interrupted run is healed by the next one.
#
#   installer/setup.sh            PYTHON=python3.12 installer/setup.sh
set -eu

cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
venv=.venv
lock=requirements/dev.txt
stamp=$venv/.set-up             # fingerprint of what .venv was made from; written last
unfinished=$venv/.unfinished    # present while .venv is being changed
lists="installer/debian/packages-runtime.txt installer/debian/packages-window.txt installer/debian/packages-test.txt"

say() { printf 'set-up: %s\n' "$*"; }
fail() {
    printf 'set-up: %s\n' "$@" >&2
    exit 1
}

# ---- system packages ------------------------------------------------------------------------------------------------

wanted_packages() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' $lists; }

# Names of installed packages and of what they provide: later Debians renamed some (libglib2.0-0t64 provides libglib2.0-0).
installed_packages() {
    dpkg-query -W -f '${db:Status-Status}, ${Package}, ${Provides}\n' |
        sed -n 's/^installed, //p' | tr ',' '\n' | sed -e 's/(.*//' -e 's/[[:space:]]//g'
}

missing_packages() {
    # The same list twice on one side leaves only what is wanted and not there.
    { wanted_packages | sort -u; installed_packages | sort -u; installed_packages | sort -u; } | sort | uniq -u |
        tr '\n' ' '
}

ensure_system_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian; please see to it that the libraries named in installer/debian/ are installed."
        return
    fi
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        fail "these system packages are missing, and installing them needs an administrator:" \
            "    apt-get install --no-install-recommends $missing" "Run that as root, then this again."
    fi
    say "installing system packages: $missing"
    case " $missing" in
        *" postgresql "*) keep_postgresql_quiet ;;
    esac
    case " $missing" in
        *" coturn "*) keep_coturn_quiet ;;
    esac
    case " $missing" in
        *" cups-daemon "*) keep_cups_quiet ;;
    esac
    $as_root apt-get -q -o DPkg::Lock::Timeout=300 update
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing
    [ ! -e $no_cluster ] || $as_root rm $no_cluster
}

# Only PostgreSQL's programs are wanted: its package would make a database server on port 5432, and start it.
no_cluster=/etc/postgresql-common/createcluster.d/no-main-cluster.conf
keep_postgresql_quiet() {
    $as_root mkdir -p "${no_cluster%/*}"
    echo 'create_main_cluster = false' | $as_root tee $no_cluster >/dev/null
}

# Of coturn, too, only the program: its package would start a relay on port 3478. `systemctl unmask coturn` undoes this.
keep_coturn_quiet() { mask coturn.service; }

# And of CUPS: its package would start a print server on port 631. A kiosk that prints wants it, and has CUPS before this
# runs; elsewhere `systemctl unmask cups.service cups.socket cups.path` undoes this.
keep_cups_quiet() {
    for unit in cups.service cups.socket cups.path; do
        mask "$unit"
    done
}

mask() {
    [ -e "/etc/systemd/system/$1" ] || [ -L "/etc/systemd/system/$1" ] || {
        $as_root mkdir -p /etc/systemd/system
        $as_root ln -s /dev/null "/etc/systemd/system/$1"
    }
}

# ---- .venv ----------------------------------------------------------------------------------------------------------

check_python() {
    command -v "$python" >/dev/null || fail "no $python found; install Python 3.11 or later (package python3)."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$python is $("$python" -V 2>&1); Python 3.11 or later is needed (name another with PYTHON=…)."
    "$python" -c 'import ensurepip, venv' 2>/dev/null || fail "$python cannot make a .venv; install package python3-venv."
}

fingerprint() { cat "$lock" pyproject.toml installer/setup.sh | sha256sum | cut -d ' ' -f 1; }

ensure_venv() {
    print=$(fingerprint)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$print" ] && $venv/bin/python -c '' 2>/dev/null; then
        return
    fi
    reinstall=
    if [ -e $unfinished ]; then
        say "the last set-up was interrupted; its packages are installed anew"
        reinstall=--force-reinstall
    fi
    if ! $venv/bin/python -c 'import pip' 2>/dev/null; then
        check_python
        say "making $venv with $("$python" -V)"
        "$python" -m venv --clear $venv
    fi
    rm -f $stamp
    touch $unfinished
    say "installing pinned dependencies"
    # Wheels only: nothing is compiled here, so no compiler is asked for. The lock is whole, so nothing is resolved either:
    # Debian 12's pip, asked for name[extra] by one pinned package, looks at newer releases and refuses them as unpinned.
    $venv/bin/python -m pip install -qq --disable-pip-version-check --only-binary :all: --require-hashes --no-deps \
        $reinstall --requirement "$lock"
    $venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
    $venv/bin/python -m pip check --disable-pip-version-check >/dev/null ||
        fail "the pinned packages do not fit together:" "$($venv/bin/python -m pip check 2>&1)"
    rm -f $unfinished
    printf '%s\n' "$print" >$stamp
}

# ---- translations ---------------------------------------------------------------------------------------------------

ensure_translations() {
    for source in resources/*_translations/*.ts; do
        [ -e "$source" ] || continue
        if [ ! "${source%.ts}.qm" -nt "$source" ]; then
            $venv/bin/python installer/translations.py --compile
            return
        fi
    done
}

# Two set-ups at once (two terminals, two jobs) take turns; the second finds the work done.
mkdir -p build
exec 9>build/set-up.lock
if command -v flock >/dev/null; then
    flock 9
fi
ensure_system_packages
ensure_venv
ensure_translations
