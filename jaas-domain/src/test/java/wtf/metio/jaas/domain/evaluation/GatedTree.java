// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.util.concurrent.CountDownLatch;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/** A tree whose reader waits until it is let go, so that a test can have an evaluation in hand. */
public final class GatedTree implements FileTree {

  private final FileTree files;
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** The same files behind a gate. */
  public GatedTree(FileTree files) {
    this.files = files;
  }

  /** Waits until somebody reads. */
  public void awaitReader() throws InterruptedException {
    entered.await();
  }

  /** Lets everybody read. */
  public void open() {
    open.countDown();
  }

  @Override
  public String label(TreePath path) {
    return files.label(path);
  }

  @Override
  public boolean holds(TreePath path) {
    return files.holds(path);
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    entered.countDown();
    try {
      open.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return files.read(path, maxBytes);
  }
}
