# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# KSyntaxHighlighting for Qt 6 where the system packages it for Qt 5 only (Debian 12, Ubuntu 24.04).
# Sourced by ./dev. Built once, static, into a prefix of its own below the user's cache: installed
# system-wide, it would clash with the Qt 5 library of the same name.

readonly ksh_version=5.116.0
# The release of Debian whose signed index names the sources and their checksums.
readonly ksh_suite=trixie

# Prints where the library is or will be; a new Qt needs a new build.
ksh_prefix() {
    local qt
    qt=$(ksh_qt_version)
    printf '%s/earmark/ksyntaxhighlighting-%s-qt%s-%s\n' \
        "${XDG_CACHE_HOME:-$HOME/.cache}" "$ksh_version" "${qt:-unknown}" "$(uname -m)"
}

ksh_qt_version() {
    local qmake
    for qmake in qmake6 /usr/lib/qt6/bin/qmake; do
        if command -v "$qmake" >/dev/null; then
            LC_ALL=C.UTF-8 "$qmake" -query QT_VERSION
            return
        fi
    done
}

# Where Debian's own packages come from on this machine, the likeliest first.
ksh_mirrors() {
    if [[ -n ${EARMARK_DEBIAN_MIRROR:-} ]]; then
        printf '%s\n' "$EARMARK_DEBIAN_MIRROR"
        return
    fi
    {
        apt-get indextargets --format "\$(REPO_URI)" 'Origin: Debian' 'Label: Debian'
        apt-get indextargets --format "\$(REPO_URI)"
    } 2>/dev/null | awk '!seen[$0]++ && !/security/'
}

# ksh_fetch DIR: the two source archives, each checked against the SHA-256 in the signed index.
ksh_fetch() {
    local dir=$1 mirror uris name
    local -a apt=(apt-get -qq
        -o "Dir::Etc::SourceList=$dir/sources.list" -o Dir::Etc::SourceParts=-
        -o "Dir::State::Lists=$dir/lists" -o "Dir::Cache=$dir/cache"
        -o APT::Sandbox::User=root -o Acquire::Retries=2)
    local -a sources=("ksyntax-highlighting_$ksh_version.orig.tar.xz" 'kf6-extra-cmake-modules_[0-9.]*.orig.tar.xz')

    mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
    while read -r mirror; do
        printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
            "$mirror" "$ksh_suite" >"$dir/sources.list"
        # A clean-up hook of the system's apt may fail without harm: only what arrived counts.
        "${apt[@]}" update || true
        uris=$("${apt[@]}" source --print-uris ksyntax-highlighting kf6-extra-cmake-modules) || continue
        for name in "${sources[@]}"; do
            ksh_download "$dir" "$name" "$uris" || continue 2
        done
        return 0
    done < <(ksh_mirrors)
    return 1
}

# ksh_download DIR NAME URIS: the archive whose file name matches NAME, unpacked to DIR/<package>.
ksh_download() {
    local dir=$1 name=$2 uris=$3 uri file size sum
    read -r uri file size sum < <(grep -E " $name " <<<"$uris") || return 1
    [[ $sum == SHA256:* ]] || return 1
    uri=${uri#\'}
    /usr/lib/apt/apt-helper -o APT::Sandbox::User=root -o Acquire::Retries=2 \
        download-file "${uri%\'}" "$dir/$file" "$sum" >&2 || return 1
    printf 'fetched %s, %s bytes, %s\n' "$file" "$size" "$sum"
    mkdir -p "$dir/${file%%_*}"
    tar -xf "$dir/$file" -C "$dir/${file%%_*}" --strip-components=1
}

# ksh_build DIR PREFIX: configures, builds and installs what ksh_fetch left in DIR to DIR/root/PREFIX.
ksh_build() {
    local dir=$1 prefix=$2
    cmake -S "$dir/kf6-extra-cmake-modules" -B "$dir/ecm-build" -G Ninja \
        -DCMAKE_INSTALL_PREFIX="$dir/ecm" -DBUILD_TESTING=OFF -DBUILD_HTML_DOCS=OFF -DBUILD_MAN_DOCS=OFF || return
    cmake --build "$dir/ecm-build" --target install || return
    local -a launcher=()
    local -x LC_ALL=C.UTF-8
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    cmake -S "$dir/ksyntax-highlighting" -B "$dir/build" -G Ninja "${launcher[@]}" \
        -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib \
        -DCMAKE_PREFIX_PATH="$dir/ecm" -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
        -DQT_MAJOR_VERSION=6 -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF \
        -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Quick=ON || return
    cmake --build "$dir/build" || return
    DESTDIR="$dir/root" cmake --install "$dir/build"
}

# Does the whole job below a lock. What an interrupted call left is removed by the next; the prefix
# appears complete or not at all.
ksh_ensure() {
    local prefix cache dir log
    prefix=$(ksh_prefix)
    [[ -f $prefix/.complete ]] && return 0
    cache=${prefix%/*}
    mkdir -p "$cache"
    log=$cache/ksyntaxhighlighting.log
    (
        exec 9>"$cache/.lock"
        flock 9
        [[ -f $prefix/.complete ]] && exit 0
        rm -rf "$cache"/.ksh-build.*
        dir=$(mktemp -d "$cache/.ksh-build.XXXXXX")
        trap 'rm -rf "$dir"' EXIT
        trap 'exit 130' INT TERM HUP
        say "building KSyntaxHighlighting $ksh_version for Qt $(ksh_qt_version), once (about two minutes)"
        if ! ksh_fetch "$dir" >"$log" 2>&1; then
            complain "could not fetch the sources of KSyntaxHighlighting $ksh_version." \
                "They come from the Debian mirror that apt uses here (or the one in EARMARK_DEBIAN_MIRROR);" \
                "is there a network? The log: $log"
            exit 1
        fi
        if ! ksh_build "$dir" "$prefix" >>"$log" 2>&1; then
            complain "could not build KSyntaxHighlighting $ksh_version. The log: $log"
            exit 1
        fi
        touch "$dir/root$prefix/.complete"
        rm -rf "$prefix"
        mv -T "$dir/root$prefix" "$prefix"
    )
}
