# What ./start and ./check share: an environment of our own in .venv, made once and kept up to date.
# Read by a POSIX shell; the caller has set `here` to the folder of the project.

environment="$here/.venv"
program="$environment/bin/nameplate"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# prepare NAME REQUIREMENTS: makes the environment hold what REQUIREMENTS lists, and the program itself.
# NAME.stamp tells whether that was done already, from these very files and in this very folder.
prepare() {
    stamp="$environment/$1.stamp"
    wanted=$(fingerprint)
    if [ -x "$environment/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
        return
    fi
    say "Setting up Nameplate in $environment: this is done once and takes a minute or two …"
    make_environment
    install_packages --no-deps -r "$here/$2"
    install_packages --no-deps --no-build-isolation --editable "$here"
    printf '%s\n' "$wanted" >"$stamp"
}

fingerprint() {
    { cat "$here/requirements.txt" "$here/requirements-dev.txt" "$here/pyproject.toml"
      printf '%s\n' "$here"; } | cksum
}

install_packages() {
    "$environment/bin/python" -m pip install --quiet --quiet --disable-pip-version-check "$@" ||
        fail "The packages that Nameplate needs could not be installed (see above)." \
             "This first set-up needs a network; run the same command again once there is one."
}

make_environment() {
    if [ -x "$environment/bin/python" ] && is_recent "$environment/bin/python" &&
        "$environment/bin/python" -m pip --version >/dev/null 2>&1 && is_here; then
        return
    fi
    python=$(find_python) ||
        fail "Nameplate needs Python 3.11 or newer, and none was found here." \
             "Install one (Debian and Ubuntu: apt install python3 python3-venv), or name it: PYTHON=/path/to/python3"
    can_make_environments "$python" || install_venv_module "$python"
    rm -rf "$environment"
    "$python" -m venv "$environment" || {
        rm -rf "$environment"
        fail "“$python -m venv” failed, so no environment could be made in $environment."
    }
}

# An environment that was moved with its folder no longer works: its scripts name the old place.
is_here() { grep -q "$environment/bin/python" "$environment/bin/pip" 2>/dev/null; }

find_python() {
    second=""
    for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
        found=$(command -v "$name" 2>/dev/null) && is_recent "$found" || continue
        if can_make_environments "$found"; then
            printf '%s\n' "$found"
            return
        fi
        second=${second:-$found}
    done
    [ -n "$second" ] && printf '%s\n' "$second"
}

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
can_make_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

install_venv_module() {
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "This Python has no venv module; installing it …"
    install_system_packages "python$version-venv" && can_make_environments "$1" ||
        fail "Nameplate needs Python's venv module, which could not be installed from here." \
             "On Debian and Ubuntu, run: sudo apt-get install python$version-venv" \
             "and then the same command again."
}

# Qt's own system libraries: which are missing is asked of the loader, for those of Qt that the window uses.
qt_packages="libegl1 libgl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libfreetype6
    libglib2.0-0 libx11-6 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
    libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1"

# prepare_window: makes sure that Qt can be loaded. Returns non-zero, having said why, if it cannot.
prepare_window() {
    stamp="$environment/window.stamp"
    [ -f "$stamp" ] && return
    missing=$(missing_libraries)
    if [ -n "$missing" ]; then
        say "Qt needs system libraries that are not here ($missing); installing them …"
        # shellcheck disable=SC2086
        install_system_packages $qt_packages || true
        missing=$(missing_libraries)
    fi
    if [ -n "$missing" ]; then
        say "The window needs these system libraries: $missing"
        say "On Debian and Ubuntu, run: sudo apt-get install" $qt_packages
        return 1
    fi
    : >"$stamp"
}

# prepare_packaging: makes sure that what PyInstaller needs of the system is here: objdump, and Python's library.
prepare_packaging() {
    library=$("$environment/bin/python" -c '
import os, sysconfig as s
name = s.get_config_var("INSTSONAME") or ""
there = name.endswith(".a") or any(
    os.path.exists(os.path.join(s.get_config_var(folder) or "", name)) for folder in ("LIBDIR", "LIBPL")
)
print("" if there else "libpython" + s.get_python_version())')
    tools=$(command -v objdump >/dev/null 2>&1 || echo binutils)
    [ -n "$library$tools" ] || return 0
    # shellcheck disable=SC2086
    install_system_packages $library $tools || {
        say "Packaging needs what is not here; on Debian and Ubuntu, run: sudo apt-get install $library $tools"
        return 1
    }
}

missing_libraries() {
    qt=$(echo "$environment"/lib/python3*/site-packages/PySide6)
    for file in QtWidgets.abi3.so QtSvg.abi3.so Qt/plugins/platforms/libqxcb.so Qt/plugins/platforms/libqoffscreen.so; do
        ldd "$qt/$file" 2>/dev/null
    done | awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ' | sed 's/ $//'
}

install_system_packages() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1; then
        # Where nobody can type a password, sudo must not ask for one.
        if [ -t 0 ]; then as_root="sudo"; else as_root="sudo -n"; fi
    else
        return 1
    fi
    log="$environment.log"
    if $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >"$log" 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
}
