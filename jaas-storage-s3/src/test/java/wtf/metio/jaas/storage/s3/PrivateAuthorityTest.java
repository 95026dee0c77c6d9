// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.storage.s3.FakeS3.Answer;

/** A server whose certificate only those trust who were told to. */
class PrivateAuthorityTest {

  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @AfterEach
  void trustAsBefore() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE + "Password");
  }

  private Path keys() throws Exception {
    var file = folder.resolve("keys.p12");
    keytool(
        "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1",
        "-storepass " + PASSWORD + " -keystore " + file);
    return file;
  }

  private void trust(Path keys) throws Exception {
    var certificate = folder.resolve("certificate");
    var trusted = folder.resolve("trusted.p12");
    keytool(
        "-exportcert -alias server -storepass " + PASSWORD,
        "-keystore " + keys + " -file " + certificate);
    keytool(
        "-importcert -noprompt -alias authority -storepass " + PASSWORD,
        "-keystore " + trusted + " -file " + certificate);
    System.setProperty(TRUST_STORE, trusted.toString());
    System.setProperty(TRUST_STORE + "Password", PASSWORD);
  }

  private static void keytool(String what, String how) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(what.split(" ")));
    command.addAll(List.of(how.split(" ")));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private FakeS3 server(Path keys) throws Exception {
    var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var server = HttpsServer.create(FakeS3.anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return FakeS3.on(server, _ -> Answer.FINE);
  }

  private static StoreHealth probed(FakeS3 server) {
    var options =
        new S3Options(
            "127.0.0.1:" + server.port(),
            true,
            "",
            FakeS3.BUCKET,
            "",
            PathStyle.AUTO,
            Checksums.MD5,
            Duration.ofSeconds(5),
            new S3Credentials.Fixed("access", "secret", null));
    try (var store =
        new S3ArtifactStore(new S3ClientSetup(options).client(), options, InstantSource.system())) {
      return store.probe();
    }
  }

  @Test
  void itIsTrustedAsTheJvmWasTold() throws Exception {
    var keys = keys();
    try (var server = server(keys)) {
      assertThat(probed(server))
          .isInstanceOfSatisfying(
              StoreHealth.Ill.class,
              ill -> {
                assertThat(ill.problem()).isEqualTo(StoreProblem.UNREACHABLE);
                assertThat(ill.message()).endsWith("is on a server with which no TLS is possible");
              });
      trust(keys);
      assertThat(probed(server)).isEqualTo(new StoreHealth.Well());
    }
  }

  @Test
  void uploadsOverTlsHaveNoTrailersEither() throws Exception {
    var keys = keys();
    trust(keys);
    try (var server = server(keys)) {
      probed(server);
      assertThat(server.request("PUT").headers())
          .containsKey("Content-MD5")
          .doesNotContainKeys("Content-Encoding", "X-amz-trailer", "Transfer-Encoding");
    }
  }
}
