# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What has to be installed, and installing it with apt. Sourced by ./dev.

# packages_for JOB: one purpose a line, then the Debian packages that serve it; `a|b` is the first of
# the two that the release knows.
packages_for() {
    case $1 in
    build)
        cat <<'EOL'
C++20 compiler (GCC 12 or later), build tools: g++ cmake ninja-build pkgconf
Qt 6.4 or later (base, Multimedia, Svg, Linguist's tools): qt6-base-dev qt6-multimedia-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
audio decoding (FFmpeg 5.1 or later): libavformat-dev libavcodec-dev libavutil-dev libswresample-dev
time-stretch, speech synthesis, Fourier transform: libsonic-dev libespeak-ng-dev espeak-ng-data libkissfft-dev
storage, character sets, languages, results, JSON: libsqlite3-dev libuchardet-dev libcld2-dev libexpected-dev rapidjson-dev
templates of exports, Markdown: libkainjow-mustache-dev libmd4c-dev
EOL
        ;;
    run)
        cat <<'EOL'
Qt's platform and SVG plugins: qt6-qpa-plugins qt6-svg-plugins|libqt6svg6 libegl1
fonts, Qt's own words in other languages: fonts-noto-core fonts-dejavu-core qt6-translations-l10n
EOL
        ;;
    test)
        cat <<'EOL'
a sound server of the tests' own: pipewire pipewire-pulse wireplumber pulseaudio-utils dbus-daemon
media keys, links from other programs: playerctl libglib2.0-bin
a display of the tests' own: xvfb xauth openbox xdotool
speech with known word times, encoders: flite1-dev ffmpeg
checks of stored, exported and installed files: sqlite3 libcmark-dev libyaml-dev desktop-file-utils appstream man-db
EOL
        ;;
    fuzz)
        echo 'fuzzing: clang libclang-rt-dev llvm'
        ;;
    lint)
        echo 'format and static analysis: clang-format clang-tidy git shellcheck'
        ;;
    syntax)
        echo 'KSyntaxHighlighting for Qt 6: libkf6syntaxhighlighting-dev'
        ;;
    syntax-source)
        echo 'building KSyntaxHighlighting: perl xz-utils qt6-base-dev qt6-tools-dev qt6-l10n-tools g++ cmake ninja-build'
        ;;
    esac
}

# packages_missing JOB...: the entries (`a` or `a|b`) of which no alternative is installed.
packages_missing() {
    local job entry
    local -a wanted=()
    local -A installed=()
    for job in "$@"; do
        read -r -a entry <<<"$(packages_for "$job" | sed 's/^.*: //' | tr '\n' ' ')"
        wanted+=("${entry[@]}")
    done
    # shellcheck disable=SC2016 # dpkg-query's fields, not the shell's
    while read -r entry; do
        installed[$entry]=1
    done < <(printf '%s\n' "${wanted[@]}" | tr '|' '\n' \
        | xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
    local wish name found
    for wish in "${wanted[@]}"; do
        found=
        for name in ${wish//|/ }; do
            [[ -n ${installed[$name]:-} ]] && found=1
        done
        [[ -n $found ]] || printf '%s\n' "$wish"
    done | sort -u
}

# packages_known NAME...: those of them that apt can install here, one a line.
packages_known() {
    { apt-cache show --no-all-versions "$@" 2>/dev/null || true; } | sed -n 's/^Package: //p'
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

# packages_update LOG: refreshes apt's lists.
packages_update() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >>"$1" 2>&1 && return
    # Old lists may do; whether they did is seen when packages are installed.
    complain "apt-get update failed (see $1); going on with the lists that are there."
}

# packages_install LOG ENTRY...: installs the first known alternative of each. What this release does
# not know is named and left out: whether it can be done without is CMake's to say.
packages_install() {
    local log=$1 wish name
    local -a all=() names=() unknown=()
    local -A known=()
    shift
    mapfile -t all < <(printf '%s\n' "$@" | tr '|' '\n')
    while read -r name; do
        known[$name]=1
    done < <(packages_known "${all[@]}")
    for wish in "$@"; do
        for name in ${wish//|/ }; do
            if [[ -n ${known[$name]:-} ]]; then
                names+=("$name")
                continue 2
            fi
        done
        unknown+=("$wish")
    done
    if ((${#unknown[@]})); then
        complain "not packaged here: ${unknown[*]}"
    fi
    ((${#names[@]})) || return 0
    say "installing ${#names[@]} packages: ${names[*]}"
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 \
        --no-install-recommends install "${names[@]}" >>"$log" 2>&1; then
        tail -n 15 "$log" >&2
        complain "could not install the packages. The log: $log"
        return 1
    fi
}

# packages_list JOB...: for people whose distribution names things differently.
packages_list() {
    local job
    for job in "$@"; do
        packages_for "$job" | sed 's/^/  /' >&2
    done
}
