// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * The folder of a store, and the ways to what lies in it.
 *
 * <p>It may be a link. If it goes away it is made again, as long as the folder that it lies in is
 * still there; one that is gone with its surroundings belongs to a volume that is missing.
 */
final class StorageRoot {

  private static final FileAttribute<Set<PosixFilePermission>> ROOT_MODE = mode("rwxr-x---");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER_MODE = mode("rwxr-xr-x");

  private final Path path;
  private final String installation;

  /** Whose folders survive the loss of power, as far as this process saw to it. */
  private final Set<ResourceName> lasting = ConcurrentHashMap.newKeySet();

  private final Set<String> lastingNamespaces = ConcurrentHashMap.newKeySet();

  private StorageRoot(Path path, String installation) {
    this.path = path;
    this.installation = installation;
  }

  /**
   * The folder at a path, made with all that leads to it if need be.
   *
   * @param installation that writes there; empty if it has no name
   */
  static StorageRoot at(Path path, String installation) throws IOException {
    var absolute = path.toAbsolutePath();
    if (!Files.isDirectory(absolute)) {
      Files.createDirectories(absolute, ROOT_MODE);
    }
    return new StorageRoot(absolute, installation);
  }

  Path path() {
    return path;
  }

  String installation() {
    return installation;
  }

  Folder open() throws IOException {
    try {
      return Folder.open(path);
    } catch (NoSuchFileException _) {
      createUnlessThere(path, ROOT_MODE);
      return Folder.open(path);
    }
  }

  /** The folder of an owner; empty if there is none. */
  Optional<Shelf> find(ResourceName owner) throws IOException {
    try (var root = open()) {
      return find(root, owner);
    }
  }

  private static Optional<Shelf> find(Folder root, ResourceName owner) throws IOException {
    try (var namespace = root.enter(owner.namespace())) {
      return Optional.of(new Shelf(namespace.enter(owner.name())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /** The folder of an owner, which is made if there is none. */
  Shelf make(ResourceName owner) throws IOException {
    if (lasting.contains(owner)) {
      var there = find(owner);
      if (there.isPresent()) {
        return there.get();
      }
    }
    try (var root = open();
        var namespace = make(root, root, owner.namespace())) {
      var folder = make(root, namespace, owner.name());
      namespace.sync();
      if (lastingNamespaces.add(owner.namespace())) {
        root.sync();
      }
      lasting.add(owner);
      return new Shelf(folder);
    }
  }

  /** All owners that have a folder, in no order. */
  List<ResourceName> owners() throws IOException {
    var owners = new ArrayList<ResourceName>();
    try (var root = open()) {
      for (var namespace : foldersIn(root)) {
        try (var folder = root.enter(namespace)) {
          foldersIn(folder).forEach(name -> owners.add(new ResourceName(namespace, name)));
        } catch (NoSuchFileException _) {
          // Removed a moment ago.
        }
      }
    }
    return owners;
  }

  /** Removes the folder of an owner if nothing is in it. */
  void tidy(ResourceName owner) throws IOException {
    lasting.remove(owner);
    try (var root = open()) {
      if (root.look(owner.namespace()).isPresent()) {
        try (var namespace = root.enter(owner.namespace())) {
          namespace.deleteFolder(owner.name());
        }
      }
    }
  }

  /**
   * Enters a folder, and makes it before if need be. There is no way to make one in a folder that
   * is open, so it is made at the root, whose path is trusted, and moved to where it belongs.
   */
  private Folder make(Folder root, Folder parent, String name) throws IOException {
    try {
      return parent.enter(name);
    } catch (NoSuchFileException _) {
      // Nobody was here before.
    }
    var temporary = FileNames.temporaryAtRoot();
    createUnlessThere(path.resolve(temporary), FOLDER_MODE);
    try {
      root.move(temporary, parent, name);
      return parent.enter(name);
    } catch (FileSystemException problem) {
      root.deleteFolder(temporary);
      return entered(parent, name, problem);
    }
  }

  /** Somebody else may have been faster. */
  private static Folder entered(Folder parent, String name, FileSystemException problem)
      throws IOException {
    try {
      return parent.enter(name);
    } catch (NoSuchFileException _) {
      throw problem;
    }
  }

  private static List<String> foldersIn(Folder folder) throws IOException {
    var folders = new ArrayList<String>();
    for (var name : folder.names()) {
      if (ResourceName.safe(name)
          && folder.look(name).filter(BasicFileAttributes::isDirectory).isPresent()) {
        folders.add(name);
      }
    }
    return folders;
  }

  private static void createUnlessThere(Path folder, FileAttribute<?> mode) throws IOException {
    try {
      Files.createDirectory(folder, mode);
    } catch (FileAlreadyExistsException _) {
      // Somebody else was faster.
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
