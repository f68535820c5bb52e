# Sourced by bin/run and bin/kabinet: builds what has changed and leaves the published application in $app. What it has to say goes to the
# standard error.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly repository app=$repository/artifacts/run log=$repository/artifacts/run.log
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

die() {
    echo "bin/$(basename "$0"): $*" >&2
    exit 1
}

check_runtime() {
    command -v dotnet >/dev/null || die "the .NET 10 SDK is missing; see https://dotnet.microsoft.com/download/dotnet/10.0"
}

check_tools() {
    local installed
    # global.json makes this fail when no SDK of the right version is there.
    if ! dotnet --version >/dev/null 2>&1; then
        installed=$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | xargs)
        die "the .NET 10 SDK is missing (found: ${installed:-none}); see https://dotnet.microsoft.com/download/dotnet/10.0"
    fi
    [[ -f src/Kabinet.Web/wwwroot/lib/htmx/htmx.min.js ]] || command -v npm >/dev/null ||
        die "Node.js with npm is missing; it fetches the browser's files once (Debian: apt-get install npm)"
}

# One line that differs whenever a file of the application was added, changed, moved or deleted.
sources() {
    find bin/lib global.json Directory.*.props src \( -name node_modules -o -path src/Kabinet.Web/wwwroot/lib \) -prune \
        -o -type f -printf '%p %T@ %s\n' | sort | sha256sum
}

# Published aside and moved into place when whole, so that a build that fails or is stopped never becomes the next start.
build_now() {
    local now
    now=$(sources)
    if [[ $now == "$(cat "$app/.sources" 2>/dev/null)" ]]; then return; fi

    check_tools
    echo "Building Kabinet (about a minute at the first start) ..." >&2
    rm -rf "$app.new"
    if ! dotnet publish src/Kabinet.Web -c Release -o "$app.new" -p:RestoreLockedMode=true >"$log" 2>&1; then
        grep -m3 'error' "$log" >&2 || true
        die "the build failed; all of its output is in artifacts/run.log"
    fi
    echo "$now" >"$app.new/.sources"
    rm -rf "$app"
    mv "$app.new" "$app"
}

# Two that start at once build one after the other, and the second finds it done. In a shell of its own, so that the caller stays where it is.
build() (
    check_runtime
    cd "$repository"
    mkdir -p artifacts
    if command -v flock >/dev/null; then
        exec 9>artifacts/run.lock
        flock 9
    fi
    # Build servers that stay behind must not keep the lock.
    build_now 9>&-
)
