# Shell functions that build Brightline where its sources changed and start a program of it. To be sourced after machine.sh, with $ops and
# $root set to the folder ops and the repository.

target=$ops/standalone/target
stamp=$target/run/built

# A file or folder of the sources that changed after the last build; nothing when there is none. The jar's own date is fixed, so that
# equal sources give equal jars.
changed_source() {
    find "$root" \( -name target -o -name node_modules -o -name var -o -path "$root/.git" \) -prune -o \
        \( -path '*/src/*' -o -name src -o -name pom.xml -o -name package.json -o -name package-lock.json \) -newer "$stamp" -print 2>/dev/null |
        head -n 1
}

build() {
    require_npm
    local started jar
    echo "Building Brightline (the first time takes some minutes) ..."
    mkdir -p "$target/run"
    started=$target/run/building
    touch "$started"
    (cd "$root" && ./mvnw -q -B -DskipTests -Dspotless.check.skip=true package -pl ops/standalone -am) ||
        fail "the build failed, see above"
    for jar in "$target"/*-exec.jar; do
        # A running Brightline keeps the jar it was started from: the name moves to the new one.
        cp "$jar" "$target/run/brightline.jar.new"
        mv -f "$target/run/brightline.jar.new" "$target/run/brightline.jar"
    done
    mv -f "$started" "$stamp"
}

# Builds what is missing; two that come at once build once.
require_built() {
    require_jdk
    if [ ! -f "$stamp" ] || [ ! -f "$target/run/brightline.jar" ] || [ -n "$(changed_source)" ]; then
        if [ "$(uname)" = Linux ] && command -v flock >/dev/null 2>&1; then
            mkdir -p "$target/run"
            exec 9>"$target/run/lock"
            flock 9
        fi
        if [ ! -f "$stamp" ] || [ ! -f "$target/run/brightline.jar" ] || [ -n "$(changed_source)" ]; then
            build
        fi
        exec 9>&-
    fi
}

# start CLASS ARGUMENT...: ends this script and runs a program of the jar in its place. No other process of the account may attach to it:
# the database server may be one, and whoever commands that one would read the keys out of this one's memory.
start() {
    local class=$1
    shift
    exec "$JAVA_HOME/bin/java" -XX:+DisableAttachMechanism --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -Dloader.main="$class" -cp "$target/run/brightline.jar" org.springframework.boot.loader.launch.PropertiesLauncher "$@"
}
