// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own that probes a bucket with whatever credentials its environment offers. */
final class ProbeProcess {

  private static final int PATIENCE_SECONDS = 60;

  private ProbeProcess() {}

  /** Prints what the probe found; the argument is the endpoint. */
  public static void main(String[] arguments) {
    var options =
        new S3Options(
            arguments[0],
            false,
            "",
            FakeS3.BUCKET,
            "",
            PathStyle.AUTO,
            Checksums.MD5,
            Duration.ofSeconds(20),
            new S3Credentials.Ambient());
    try (var store =
        new S3ArtifactStore(new S3ClientSetup(options).client(), options, InstantSource.system())) {
      System.out.println(store.probe());
    }
  }

  /** What the process printed. */
  static String run(String endpoint, Path home, Map<String, String> environment)
      throws IOException, InterruptedException {
    var variables = new HashMap<>(environment);
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                ProbeProcess.class.getName(),
                endpoint));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("HOME", home.toString());
    builder.environment().putAll(variables);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    try {
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }
}
