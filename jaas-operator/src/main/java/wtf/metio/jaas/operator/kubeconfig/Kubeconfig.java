// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds the API server to talk to. */
public final class Kubeconfig {

  private static final String VARIABLE = "KUBECONFIG";

  private final Surroundings around;

  Kubeconfig(Surroundings around) {
    this.around = around;
  }

  /**
   * The API server that is meant: that of a file, of the first file in the variable KUBECONFIG that
   * is there, of the pod this process runs in, or of {@code ~/.kube/config}.
   *
   * @param file empty if none is named
   * @throws UnusableKubeconfigException if there is none, or it cannot be used
   */
  public static Target find(String file) {
    return new Kubeconfig(Surroundings.ofProcess()).target(file);
  }

  Target target(String file) {
    if (!file.isEmpty()) {
      return new KubeconfigFile(existing(Path.of(file))).target();
    }
    var named = around.variable(VARIABLE);
    if (!named.isEmpty()) {
      return new KubeconfigFile(firstOf(named)).target();
    }
    var pod = new Pod(around);
    return pod.isHere() ? pod.target() : new KubeconfigFile(ofHome()).target();
  }

  private Path ofHome() {
    return Optional.of(around.variable("HOME"))
        .filter(home -> !home.isEmpty())
        .map(home -> Path.of(home, ".kube", "config"))
        .filter(Files::isRegularFile)
        .orElseThrow(
            () ->
                new UnusableKubeconfigException(
                    "No API server is known: name a kubeconfig file, or run in a pod with a service"
                        + " account."));
  }

  private static Path firstOf(String list) {
    return Arrays.stream(list.split(File.pathSeparator))
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableKubeconfigException(
                    "None of the files in " + VARIABLE + " is there: " + list));
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableKubeconfigException("There is no kubeconfig file " + file + '.');
    }
    return file;
  }
}
