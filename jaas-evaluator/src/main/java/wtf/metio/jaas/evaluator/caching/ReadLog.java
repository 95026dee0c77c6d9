// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.ProvenRead;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * Notes what one evaluation reads, by standing in for the trees of its program.
 *
 * <p>A path is asked for once, and the evaluation sees the same answer from then on: what is
 * written while it runs changes nothing half-way.
 */
final class ReadLog {

  private final Map<Place, ProvenRead> reads = new ConcurrentHashMap<>();
  private final Queue<FileProof> proofs = new ConcurrentLinkedQueue<>();

  private record Place(FileTree tree, TreePath path) {}

  /** The same request over trees that are watched. */
  EvaluationRequest watched(EvaluationRequest request) {
    return new EvaluationRequest(
        watched(request.program()),
        request.externalVariables(),
        request.topLevelArguments(),
        request.limits(),
        request.caller());
  }

  /** What was read until now. An engine that was left running may read more; it is not asked. */
  Reads taken() {
    return new Reads(List.copyOf(proofs));
  }

  private ProvenRead read(FileTree tree, TreePath path, long maxBytes) {
    return reads.computeIfAbsent(
        new Place(tree, path),
        _ -> {
          var read = tree.readWithProof(path, maxBytes);
          proofs.add(read.proof());
          return read;
        });
  }

  private boolean holds(FileTree tree, TreePath path) {
    boolean held = tree.holds(path);
    proofs.add(() -> tree.holds(path) == held);
    return held;
  }

  private Program watched(Program program) {
    var libraries = new HashMap<String, FileTree>();
    program.libraries().forEach((alias, tree) -> libraries.put(alias, new WatchedTree(tree, this)));
    return new Program(
        program.entry(),
        new WatchedTree(program.home(), this),
        libraries,
        program.searchPath().stream().map(tree -> (FileTree) new WatchedTree(tree, this)).toList());
  }

  /** Equal for equal trees, so that an importer that compares places still can. */
  private record WatchedTree(FileTree tree, ReadLog log) implements FileTree {

    @Override
    public String label(TreePath path) {
      return tree.label(path);
    }

    @Override
    public boolean holds(TreePath path) {
      return log.holds(tree, path);
    }

    @Override
    public FileRead read(TreePath path, long maxBytes) {
      return readWithProof(path, maxBytes).answer();
    }

    @Override
    public ProvenRead readWithProof(TreePath path, long maxBytes) {
      return log.read(tree, path, maxBytes);
    }
  }
}
