// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.util.List;

/**
 * Everybody in the table.
 *
 * @param goCold the command of go-jsonnet
 * @param jrCold the command of jrsonnet
 * @param ourCold {@code jaas render}
 * @param goWarm go-jsonnet in a process that stays
 * @param sjWarm sjsonnet in such a process
 * @param ourWarm our engine in such a process
 */
record Contenders(Peer goCold, Peer jrCold, Peer ourCold, Peer goWarm, Peer sjWarm, Peer ourWarm) {

  private static final String WARM = "wtf.metio.jaas.bench.warm.";

  static Contenders of(Options options) {
    var sjsonnet = options.text("--sjsonnet").equals(Peer.MISSING) ? Peer.MISSING : "SjsonnetLoop";
    return new Contenders(
        new Peer("go-jsonnet", List.of(options.text("--jsonnet"))),
        new Peer("jrsonnet", List.of(options.text("--jrsonnet"))),
        new Peer("jaas render", List.of(options.text("--jaas"), "render")),
        new Peer("go-jsonnet, warm", List.of(options.text("--go-warm"))),
        sjsonnet.equals(Peer.MISSING)
            ? new Peer("sjsonnet, warm", List.of(sjsonnet))
            : inJava("sjsonnet, warm", sjsonnet),
        inJava("JaaS, warm", "JaasLoop"));
  }

  /** A main of ours in a process like this one. */
  private static Peer inJava(String name, String main) {
    var java = ProcessHandle.current().info().command().orElseThrow();
    return new Peer(
        name,
        List.of(
            java,
            "-Xmx2g",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseParallelGC",
            "-cp",
            System.getProperty("java.class.path"),
            WARM + main));
  }

  List<Peer> all() {
    return List.of(goCold, jrCold, ourCold, goWarm, sjWarm, ourWarm);
  }
}
