// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

/**
 * A program that tests start, and where it comes from if it is not installed.
 *
 * @param command what it is called where it is installed
 * @param folder of the Go module that builds it, below {@code tools/test-servers}
 * @param module the Go module whose version is the version of the program
 * @param target the Go package of the program
 * @param image a container image that holds it; {@code %s} stands for the version
 * @param pathInImage where the program lies in it
 * @param minutes how long building it takes on two processors with nothing cached, for people
 */
record Program(
    String command,
    String folder,
    String module,
    String target,
    String image,
    String pathInImage,
    int minutes) {

  static final Program MINIO =
      new Program(
          "minio",
          "minio",
          "github.com/minio/minio",
          "github.com/minio/minio",
          "minio/minio:RELEASE.2025-09-07T16-13-09Z",
          "/usr/bin/minio",
          3);

  static final Program ETCD =
      new Program(
          "etcd",
          "etcd",
          "go.etcd.io/etcd/server/v3",
          "go.etcd.io/etcd/server/v3",
          "gcr.io/etcd-development/etcd:%s",
          "/usr/local/bin/etcd",
          1);

  static final Program KUBE_APISERVER = kubernetes("kube-apiserver", 5);

  static final Program KUBE_CONTROLLER_MANAGER = kubernetes("kube-controller-manager", 2);

  static final Program FLUX_SOURCE = flux("source", 4);

  static final Program FLUX_KUSTOMIZE = flux("kustomize", 2);

  private static Program flux(String name, int minutes) {
    var controller = name + "-controller";
    var module = "github.com/fluxcd/" + controller;
    return new Program(
        controller,
        "flux-" + name,
        module,
        module,
        "ghcr.io/fluxcd/" + controller + ":%s",
        "/usr/local/bin/" + controller,
        minutes);
  }

  private static Program kubernetes(String command, int minutes) {
    return new Program(
        command,
        "kubernetes",
        "k8s.io/kubernetes",
        "k8s.io/kubernetes/cmd/" + command,
        "registry.k8s.io/" + command + ":%s",
        "/usr/local/bin/" + command,
        minutes);
  }
}
