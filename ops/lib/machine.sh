# Shell functions shared by ops/run and ops/test: what this machine must have. To be sourced; needs bash 3.2 or newer.

# The least Java version that compiles and runs Brightline.
least_java=25

# fail LINE...: one clear line for a person on standard error, exit code 1.
fail() {
    echo "ops/${0##*/}: $*" >&2
    exit 1
}

# The major version of the JDK in directory $1 (it must have a compiler); nothing when there is none.
jdk_major() {
    if [ ! -x "$1/bin/javac" ] || [ ! -x "$1/bin/java" ]; then
        return 0
    fi
    local version
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
    echo "${version:-0}"
}

# Directories that may hold a JDK, best first: JAVA_HOME, the java on the PATH, the usual install folders.
# BRIGHTLINE_JDKS (folders that hold JDKs, separated by colons) takes the place of the usual folders.
jdk_candidates() {
    if [ -n "${JAVA_HOME:-}" ]; then
        echo "$JAVA_HOME"
    fi
    local java
    if java=$(command -v javac 2>/dev/null); then
        while [ -L "$java" ]; do
            local target
            target=$(readlink "$java")
            case $target in
                /*) java=$target ;;
                *) java=${java%/*}/$target ;;
            esac
        done
        echo "${java%/bin/javac}"
    fi
    local folder home
    local folders=(/usr/lib/jvm /opt /opt/java "$HOME/.sdkman/candidates/java" "$HOME/.jdks" /usr/java /usr/local
        /Library/Java/JavaVirtualMachines "$HOME/Library/Java/JavaVirtualMachines")
    if [ -n "${BRIGHTLINE_JDKS+set}" ]; then
        IFS=: read -r -a folders <<<"$BRIGHTLINE_JDKS"
    fi
    for folder in ${folders[@]+"${folders[@]}"}; do
        for home in "$folder"/* "$folder"/*/Contents/Home; do
            if [ -d "$home/bin" ]; then
                echo "$home"
            fi
        done
    done
}

# Exports JAVA_HOME of the first JDK that is new enough, or fails.
require_jdk() {
    local home major newest=0
    while IFS= read -r home; do
        major=$(jdk_major "$home")
        if [ "${major:-0}" -ge "$least_java" ]; then
            export JAVA_HOME=$home
            # Maven's own libraries make a current JDK warn of what they use; a reader could do nothing about it.
            export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
            return
        fi
        if [ "${major:-0}" -gt "$newest" ]; then
            newest=$major
        fi
    done < <(jdk_candidates)
    if [ "$newest" -gt 0 ]; then
        fail "JDK $least_java or newer is needed, only JDK $newest was found: install one, or point JAVA_HOME at it"
    fi
    fail "JDK $least_java or newer is needed, none was found: install one, or point JAVA_HOME at it"
}

# npm fetches the design system that the build puts into the pages.
require_npm() {
    npm --version >/dev/null 2>&1 || fail "npm is needed to build the pages: install Node.js 18 or newer with npm"
}

# Runs the arguments as root: directly, or through sudo without asking; fails when neither is possible.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

# Prints the path of a Chromium or Chrome on this machine; nothing when there is none.
chromium_path() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" 2>/dev/null; then
            return
        fi
    done
}

# Exports CHROMIUM, the browser that the browser tests drive, installing it where the system's package manager is apt.
require_chromium() {
    CHROMIUM=${CHROMIUM:-$(chromium_path)}
    if [ -z "$CHROMIUM" ]; then
        command -v apt-get >/dev/null 2>&1 || fail "the browser tests need Chromium: install it with your package manager"
        echo "Installing Chromium for the browser tests ..."
        local log
        log=$(mktemp)
        if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
            tail -n 5 "$log" >&2
            rm -f "$log"
            fail "Chromium could not be installed: run 'apt-get install chromium' as root and try again"
        fi
        rm -f "$log"
        CHROMIUM=$(chromium_path)
        [ -n "$CHROMIUM" ] || fail "Chromium was installed but is not on the PATH"
    fi
    export CHROMIUM
}

# pgbench where Bench looks for it: Debian's folders, then the PATH.
has_pgbench() {
    local program
    for program in /usr/lib/postgresql/*/bin/pgbench; do
        if [ -x "$program" ]; then
            return
        fi
    done
    command -v pgbench >/dev/null 2>&1
}

require_pgbench() {
    if has_pgbench; then
        return
    fi
    command -v apt-get >/dev/null 2>&1 || fail "pgbench is needed: install your system's PostgreSQL package"
    echo "Installing PostgreSQL's package for pgbench ..." >&2
    local log
    log=$(mktemp)
    if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends postgresql; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        fail "pgbench could not be installed: run 'apt-get install postgresql' as root and try again"
    fi
    rm -f "$log"
    has_pgbench || fail "PostgreSQL was installed but brought no pgbench"
}
