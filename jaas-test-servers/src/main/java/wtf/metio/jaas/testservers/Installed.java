// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Programs that this machine has, of whatever version.
 *
 * @param folders where they are looked for, in this order
 */
record Installed(List<Path> folders) {

  /** The folder that {@code KUBEBUILDER_ASSETS} names, if it does, before the path. */
  static Installed asSaidBy(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    Optional.ofNullable(environment.get("KUBEBUILDER_ASSETS"))
        .map(Path::of)
        .ifPresent(folders::add);
    var path = environment.getOrDefault("PATH", "");
    List.of(path.split(File.pathSeparator)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .forEach(folders::add);
    return new Installed(List.copyOf(folders));
  }

  Optional<Path> find(String command) {
    return folders.stream()
        .map(folder -> folder.resolve(command))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
