// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.settings.source.SettingsReader;
import wtf.metio.jaas.app.settings.source.SettingsReader.Reading;

class SecretFileTest {

  private static final String VARIABLE = "JAAS_S3_SECRET_KEY_FILE";

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("secret"), content);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("secret"), content);
  }

  private static Reading read(Map<String, String> environment, String... arguments) {
    return new SettingsReader(FlagCatalogue.GROUPS, GeneralFlags.CONFIG)
        .read(List.of(arguments), environment);
  }

  private static Reading read(Path file) {
    return read(Map.of(VARIABLE, file.toString()));
  }

  private static String secret(Reading reading) {
    assertThat(reading.problems()).isEmpty();
    return reading.values().get(StorageFlags.S3_SECRET_KEY);
  }

  @Test
  void aVariableMayNameTheFileOfEverySecret() throws IOException {
    var file = file("hunter2").toString();
    var values =
        read(Map.of(
                "JAAS_S3_ACCESS_KEY_FILE", file,
                "JAAS_S3_SECRET_KEY_FILE", file,
                "JAAS_S3_SESSION_TOKEN_FILE", file))
            .values();

    assertThat(values.get(StorageFlags.S3_ACCESS_KEY)).isEqualTo("hunter2");
    assertThat(values.get(StorageFlags.S3_SECRET_KEY)).isEqualTo("hunter2");
    assertThat(values.get(StorageFlags.S3_SESSION_TOKEN)).isEqualTo("hunter2");
  }

  @Test
  void whiteSpaceAroundItIsNoPartOfIt() throws IOException {
    assertThat(secret(read(file(" hunter2 \r\n\n")))).isEqualTo("hunter2");
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    var environment = Map.of(VARIABLE, file("hunter2").toString());

    assertThat(secret(read(environment, "--s3-secret-key=hunter3"))).isEqualTo("hunter3");
  }

  @Test
  void theFileWinsOverTheSettingsFile() throws IOException {
    var environment = Map.of(VARIABLE, file("hunter2").toString());
    var config = Files.writeString(folder.resolve("jaas.yaml"), "s3-secret-key: hunter3\n");

    assertThat(secret(read(environment, "--config=" + config))).isEqualTo("hunter2");
  }

  @Test
  void valueAndFileAtOnceAreAMistake() throws IOException {
    var environment = Map.of(VARIABLE, file("hunter2").toString(), "JAAS_S3_SECRET_KEY", "hunter3");

    assertThat(read(environment).problems())
        .containsExactly(
            "JAAS_S3_SECRET_KEY and JAAS_S3_SECRET_KEY_FILE are both set; keep one of them");
  }

  @Test
  void anEmptyVariableIsTheSameAsNone() {
    assertThat(secret(read(Map.of(VARIABLE, "", "JAAS_S3_SECRET_KEY", "hunter2"))))
        .isEqualTo("hunter2");
  }

  @Test
  void aFileThatIsNotThereOrIsAFolderIsToldSo() {
    var absent = folder.resolve("absent");

    assertThat(read(absent).problems())
        .containsExactly(VARIABLE + ": " + absent + " does not exist");
    assertThat(read(folder).problems()).containsExactly(VARIABLE + ": " + folder + " is a folder");
  }

  @Test
  void aFileWithoutOneLineOfTextIsToldSoWithoutShowingIt() throws IOException {
    assertThat(read(file(" \n")).problems())
        .containsExactly(VARIABLE + ": " + folder.resolve("secret") + " is empty");
    assertThat(read(file("hunter2\nhunter3\n")).problems())
        .containsExactly(
            VARIABLE + ": " + folder.resolve("secret") + " must hold one line of text");
    assertThat(read(file(new byte[] {'a', (byte) 0xff})).problems())
        .containsExactly(VARIABLE + ": " + folder.resolve("secret") + " is no text in UTF-8");
    assertThat(read(file("x".repeat(65537))).problems())
        .containsExactly(
            VARIABLE + ": " + folder.resolve("secret") + " is larger than 65536 bytes");
  }

  @Test
  void onlySecretsComeFromFiles() throws IOException {
    var reading = read(Map.of("JAAS_PORT_FILE", file("9000").toString()));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.values().get(RenderSettings.PORT)).isEqualTo("8080");
  }
}
