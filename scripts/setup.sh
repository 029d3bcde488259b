#!/usr/bin/env bash
# Prepares .venv: the system libraries, the pinned packages, the nabor command.
# Run by make; it may be run by hand too. It can be repeated at any time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '  %s\n' "$*"; }
stop() { # the last line that the clerk reads: what to do
    printf '\nNie udało się przygotować programu. %s\n' "$*" >&2
    exit 1
}
quietly() { # silent when all is well; the whole output when it is not
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# --- Python -----------------------------------------------------------------

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
    return 1
}

# --- System libraries -------------------------------------------------------

can_load() { # LIBRARY...: any of these names of one library
    local name
    for name in "$@"; do
        "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$name" 2>/dev/null && return
    done
    return 1
}

has_pango() { can_load libpango-1.0.so.0 libpango-1.0.dylib; }
has_pangoft2() { can_load libpangoft2-1.0.so.0 libpangoft2-1.0.dylib; }
has_subset() { can_load libharfbuzz-subset.so.0 libharfbuzz-subset.0.dylib; }
has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

venv_package() { # Debian keeps venv apart, one package for each Python
    "$python" -c 'import sys; print(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")'
}

missing_packages() { # by the names of Debian 12 and Ubuntu 24.04, which are the same
    has_pango || echo libpango-1.0-0
    has_pangoft2 || echo libpangoft2-1.0-0
    has_subset || echo libharfbuzz-subset0
    has_venv || venv_package
    command -v make >/dev/null || echo make
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends)
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || return 1
    say "Instaluję w systemie: $*"
    [ "$(id -u)" -eq 0 ] || say "(system może zapytać o hasło administratora)"
    # The list of packages may be absent or old: only then is it fetched.
    as_root "${install[@]}" "$@" >/dev/null 2>&1 && return
    as_root apt-get update >/dev/null 2>&1 || true
    quietly as_root "${install[@]}" "$@"
}

prepare_system() {
    local missing
    read -r -a missing <<<"$(missing_packages | tr '\n' ' ')"
    [ ${#missing[@]} -gt 0 ] || return 0
    if command -v apt-get >/dev/null; then
        apt_install "${missing[@]}" || true # what counts is what can be loaded afterwards
        if ! { has_pango && has_pangoft2 && has_venv; }; then
            stop "Proszę wykonać jako administrator: apt-get install ${missing[*]}"
        fi
    else
        has_venv || stop "Proszę doinstalować do Pythona moduły venv i ensurepip."
        if ! { has_pango && has_pangoft2; }; then
            say "Do druku pism potrzebna jest biblioteka Pango:"
            say "  Fedora:   sudo dnf install pango"
            say "  openSUSE: sudo zypper install libpango-1_0-0"
            say "  Arch:     sudo pacman -S pango"
            say "  macOS:    brew install pango"
            stop "Proszę zainstalować Pango poleceniem dla swojego systemu i spróbować ponownie."
        fi
    fi
    has_subset || say "Brak biblioteki HarfBuzz-Subset: pisma będą się drukować, ale wolniej."
}

# --- Packages of Python -----------------------------------------------------

pip_setting() { # NAME: what pip was told, by its variable or by its configuration
    .venv/bin/python -m pip config get ":env:.$1" 2>/dev/null ||
        .venv/bin/python -m pip config get "global.$1" 2>/dev/null ||
        true
}

tell_uv_what_pip_knows() { # an office's own mirror and certificates are set up for pip, not for uv
    local index=${UV_INDEX_URL:-$(pip_setting index-url)} cert
    if [ -z "${UV_DEFAULT_INDEX:-}" ] && [ -n "$index" ]; then
        export UV_DEFAULT_INDEX=$index
        unset UV_INDEX_URL
    fi
    cert=$(pip_setting cert)
    if [ -z "${SSL_CERT_FILE:-}" ] && [ -n "$cert" ]; then
        export SSL_CERT_FILE=$cert
    fi
}

is_our_venv() { # made here, and by a Python that is still there
    grep -qF -- "-m venv $PWD/.venv" .venv/pyvenv.cfg 2>/dev/null &&
        .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

make_venv() {
    is_our_venv && return
    rm -rf .venv
    quietly "$python" -m venv .venv ||
        stop "Proszę sprawdzić, czy na dysku jest wolne miejsce, i spróbować ponownie."
}

install_packages() {
    local network="Proszę sprawdzić połączenie z internetem i spróbować ponownie."
    quietly .venv/bin/python -m pip install --disable-pip-version-check --require-hashes \
        -r requirements-bootstrap.lock || stop "$network"
    tell_uv_what_pip_knows
    export UV_LINK_MODE=${UV_LINK_MODE:-copy}
    export UV_COMPILE_BYTECODE=1 # else every first start, and each of Prefect's processes, compiles anew
    local uv=(.venv/bin/uv pip) into=(--python .venv/bin/python)
    quietly "${uv[@]}" sync "${into[@]}" --require-hashes --no-build requirements.lock ||
        stop "$network"
    quietly "${uv[@]}" install "${into[@]}" --no-deps --no-build-isolation --editable . ||
        stop "Proszę przywrócić pliki programu (git restore .) i spróbować ponownie."
    quietly "${uv[@]}" check "${into[@]}" ||
        stop "Lista pakietów nie pasuje do programu: proszę wykonać make lock i spróbować ponownie."
}

# --- The way through --------------------------------------------------------

echo "Przygotowuję program (za pierwszym razem trwa to do kilku minut)."
python=$(find_python) ||
    stop "Potrzebny jest Python 3.11 lub nowszy: proszę go zainstalować (Debian, Ubuntu: sudo apt-get install python3)."
say "$("$python" --version)"
prepare_system
make_venv
say "Instaluję pakiety z requirements.lock"
install_packages
touch .venv/.ready
say "Gotowe."
