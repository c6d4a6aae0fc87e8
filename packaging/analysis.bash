# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# clang-tidy over many sources. Sourced by ./dev.
#
# What it costs is almost all in the headers, so sources of one folder are read several at a time, as
# one unit that includes them. Where two of them give one name to different things, clang says so; such
# sources are read again alone, and what is said of them then counts.

# analysis_unit UNIT SOURCE...: writes the unit, and prints its entry for the compilation database.
analysis_unit() {
    local unit=$1
    shift
    printf '#include "%s"\n' "${@/#/$root/}" >"$unit"
    # Its options are those of its first source.
    grep -F -m 1 -B 2 "\"file\": \"$root/$1\"" "$root/build/dev/compile_commands.json" \
        | sed -e '1i {' -e "s|$root/$1|$unit|" -e '$s/,$//' -e '$a }'
}

# analysis_of UNIT: what clang-tidy says of the unit's sources; fails where it says something.
analysis_of() {
    local unit=$1 said status=0 source
    local -a alone=()
    said=$(clang-tidy --quiet -p "${unit%/*}" --extra-arg=-ferror-limit=0 "$unit" 2>/dev/null) || status=1
    if [[ $said == *clang-diagnostic-error* ]]; then
        # Errors in headers: then nothing that was said can be trusted.
        if grep 'clang-diagnostic-error' <<<"$said" | cut -d : -f 1 | grep -qv '\.cpp$'; then
            mapfile -t alone < <(sed -n 's/^#include "\(.*\)"$/\1/p' "$unit")
            said=
        else
            mapfile -t alone < <(grep 'clang-diagnostic-error' <<<"$said" | cut -d : -f 1 | sort -u)
            for source in "${alone[@]}"; do
                said=$(awk -v source="$source:" '/:[0-9]+:[0-9]+: (warning|error): / { mine = index($0, source) == 1 } !mine' <<<"$said")
            done
        fi
        status=0
        [[ $said == *': error: '* ]] && status=1
        for source in "${alone[@]}"; do
            clang-tidy --quiet -p "$root/build/dev" "$source" 2>/dev/null || status=1
        done
    fi
    [[ -z $said ]] || printf '%s\n' "$said"
    return "$status"
}

# analyse SOURCE...: paths below the project's folder, in order.
analyse() {
    local units=$root/build/lint most=10 source folder='' comma=''
    local -a unit=()
    rm -rf "$units"
    mkdir -p "$units"
    {
        echo '['
        for source in "$@" ''; do
            if [[ ${source%/*} != "$folder" || ${#unit[@]} -ge $most ]]; then
                if ((${#unit[@]})); then
                    printf '%s' "$comma"
                    analysis_unit "$units/${unit[0]//\//-}" "${unit[@]}"
                    comma=,
                fi
                unit=()
                folder=${source%/*}
            fi
            unit+=("$source")
        done
        echo ']'
    } >"$units/compile_commands.json"
    export root
    export -f analysis_of
    # shellcheck disable=SC2016 # the inner shell's argument
    printf '%s\0' "$units"/*.cpp | xargs -0 -n 1 -P "$(nproc)" bash -c 'analysis_of "$1"' -
}
