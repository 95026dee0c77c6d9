# SPDX-FileCopyrightText: The JaaS Authors
# SPDX-License-Identifier: 0BSD
#
# For the scripts beside it: finds or fetches the peers and builds what is measured. What cannot be had
# is called `missing` and shows in the table as such; why stands in the log that is named.

peers=$PWD/bench/.peers
jrsonnet_version=0.5.0-pre97
mkdir -p "$peers/bin"

# Compiles a command of the pinned Go modules.
built() { # name, package
  if [[ ! -x $peers/bin/$1 || -n $(find tools -newer "$peers/bin/$1" -type f) ]] && command -v go > /dev/null; then
    (cd tools && go build -trimpath -o "$peers/bin/$1" "$2") > "$peers/$1.log" 2>&1 \
      || echo "no $1: see $peers/$1.log" >&2
  fi
  [[ -x $peers/bin/$1 ]] && echo "$peers/bin/$1" || echo missing
}

find_jsonnet() {
  local found=${JSONNET:-}
  if [[ -n $found && $("$found" --version 2> /dev/null) == *v0.22.0* ]]; then
    echo "$found"
  else
    built jsonnet github.com/google/go-jsonnet/cmd/jsonnet
  fi
}

find_jrsonnet() {
  if [[ -n ${JRSONNET:-} && -x $JRSONNET ]]; then
    echo "$JRSONNET"
    return
  fi
  local root=$peers/jrsonnet-$jrsonnet_version
  if [[ ! -x $root/bin/jrsonnet ]] && command -v cargo > /dev/null; then
    echo "building jrsonnet $jrsonnet_version, once; this takes some minutes" >&2
    cargo install jrsonnet --version "=$jrsonnet_version" --locked --root "$root" > "$peers/jrsonnet.log" 2>&1 \
      || echo "no jrsonnet: see $peers/jrsonnet.log" >&2
  fi
  [[ -x $root/bin/jrsonnet ]] && echo "$root/bin/jrsonnet" || echo missing
}

# The folder with go-jsonnet's own benchmarks.
find_cases() {
  if command -v go > /dev/null; then
    (cd tools && go mod download github.com/google/go-jsonnet && go list -m -f '{{.Dir}}' github.com/google/go-jsonnet)
  else
    echo missing
  fi
}

jdk=$(config/find-jdk)
# Builds what the launcher needs, so that no measured start does. The same libraries are measured in
# a process of ours: what Maven brought for it, sjsonnet included.
./jaas render -e 1 > /dev/null
layout=$(cat .jaas/current)
bench_path="$PWD/bench/.classes:$layout/app/lib/*"
rm -rf bench/.classes
# `operate` is compiled by add_servers: no other command waits for what it needs.
"$jdk/bin/javac" -d bench/.classes -cp "$bench_path" \
  $(find bench/src -name '*.java' -not -path '*/operate/*')

# Adds the servers of the tests, and what is measured with them.
add_servers() {
  local version list=$PWD/bench/.classes/servers.path
  version=$(sed -n 's:.*<dependency-plugin.version>\(.*\)</.*:\1:p' pom.xml)
  JAVA_HOME=$jdk ./mvnw -q -pl jaas-test-servers compile \
    "org.apache.maven.plugins:maven-dependency-plugin:$version:build-classpath" "-Dmdep.outputFile=$list"
  bench_path=$bench_path:$PWD/jaas-test-servers/target/classes:$(cat "$list")
  "$jdk/bin/javac" -d bench/.classes -cp "$bench_path" $(find bench/src -path '*/operate/*.java')
}
