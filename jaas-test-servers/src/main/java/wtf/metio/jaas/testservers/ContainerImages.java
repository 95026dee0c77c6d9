// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import com.github.dockerjava.api.exception.DockerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * Takes programs out of the images of their makers.
 *
 * <p>Not the container is started but the program, so that a test may stop it, freeze it and start
 * it anew on the same port and files, whoever brought it. That works where containers are of the
 * same system as this machine.
 */
final class ContainerImages implements ProgramMaker {

  private final Map<String, String> environment;

  ContainerImages(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void make(Program program, PinnedModule module, Path target)
      throws MissingProgramException {
    if (!System.getProperty("os.name").equals("Linux") || !mayHaveAnEngine()) {
      throw new MissingProgramException("no container engine");
    }
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new MissingProgramException("no container engine answers");
    }
    var image = program.image().replace("%s", module.version());
    System.err.println(
        "Taking "
            + program.command()
            + " for tests from the image "
            + image
            + ", if it can be had.");
    try {
      copy(image, program.pathInImage(), target);
    } catch (ContainerFetchException | ContainerLaunchException | DockerException e) {
      throw new MissingProgramException("the image " + image + " cannot be had");
    }
    if (!target.toFile().setExecutable(true)) {
      throw new MissingProgramException("the file from " + image + " cannot be made a program");
    }
  }

  private static void copy(String image, String from, Path target) {
    try (var container = new GenericContainer<>(DockerImageName.parse(image))) {
      container
          .withCreateContainerCmdModifier(command -> command.withEntrypoint(from))
          .withCommand("--version")
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy())
          .start();
      container.copyFileFromContainer(from, target.toString());
    }
  }

  /** Looking for an engine takes seconds and many lines where there is none. */
  private boolean mayHaveAnEngine() {
    return environment.containsKey("DOCKER_HOST")
        || Stream.of(
                Optional.of(Path.of("/var/run/docker.sock")),
                Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                    .map(folder -> Path.of(folder, "docker.sock")))
            .flatMap(Optional::stream)
            .anyMatch(Files::exists);
  }
}
