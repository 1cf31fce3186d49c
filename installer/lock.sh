#!/bin/sh
# Resolves pyproject.toml into requirements/*.txt: exact versions with hashes, for every platform, and no address of any
# package index (which index to use is each machine's own configuration).
set -eu
cd "$(dirname "$0")/.."
if ! command -v uv >/dev/null; then
    .venv/bin/python -m venv build/lock-tools
    build/lock-tools/bin/pip install --quiet uv
    PATH=$PWD/build/lock-tools/bin:$PATH
fi
resolve() {
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
        --no-emit-index-url --no-emit-find-links "$@"
}
resolve --extra dev --output-file requirements/dev.txt
resolve --constraint requirements/dev.txt --extra blur --output-file requirements/desk.txt
resolve --constraint requirements/dev.txt --output-file requirements/runtime.txt
