// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesFileTest {

  private static final Certificates OLD = Certificates.of("old");
  private static final Certificates NEW = Certificates.of("new");

  @TempDir private Path folder;

  private AuthoritiesFile file(String text) throws IOException, GeneralSecurityException {
    Files.writeString(folder.resolve("ca.crt"), text);
    return new AuthoritiesFile(folder.resolve("ca.crt"));
  }

  private static void check(AuthoritiesFile file, Certificates server) throws CertificateException {
    file.checkServerTrusted(server.chain(), "UNKNOWN");
  }

  @Test
  void whoIsInTheFileIsTrustedAndNobodyElse() throws Exception {
    var file = file(OLD.pem());
    assertThatCode(() -> check(file, OLD)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(file, NEW)).isInstanceOf(CertificateException.class);
  }

  @Test
  void whoIsWrittenIntoTheFileLaterIsTrustedFromThenOn() throws Exception {
    var file = file(OLD.pem());
    file(NEW.pem());
    assertThatCode(() -> check(file, NEW)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(file, OLD)).isInstanceOf(CertificateException.class);
  }

  @Test
  void severalMayBeTrustedAtOnce() throws Exception {
    var file = file(OLD.pem() + NEW.pem());
    assertThatCode(() -> check(file, OLD)).doesNotThrowAnyException();
    assertThatCode(() -> check(file, NEW)).doesNotThrowAnyException();
  }

  @Test
  void aFileThatIsBrokenOrGoneLeavesTheLastOnes() throws Exception {
    var file = file(OLD.pem());
    Files.writeString(folder.resolve("ca.crt"), "half a certif");
    assertThatCode(() -> check(file, OLD)).doesNotThrowAnyException();
    Files.delete(folder.resolve("ca.crt"));
    assertThatCode(() -> check(file, OLD)).doesNotThrowAnyException();
  }

  @Test
  void aFileWithoutACertificateIsRefusedAtTheBeginning() {
    assertThatThrownBy(() -> file("")).isInstanceOf(GeneralSecurityException.class);
  }
}
