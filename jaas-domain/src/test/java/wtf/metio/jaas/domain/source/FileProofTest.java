// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FileProofTest {

  private static final TreePath PATH = new TreePath("x");
  private static final long MAX = 100;

  private final PlainTree tree = new PlainTree();

  @Test
  void whatIsInMemoryNeverChanges() {
    var memory = MemoryTree.ofTexts("", Map.of("x", "1"));

    assertThat(memory.readWithProof(PATH, MAX).proof()).isSameAs(FileProof.ALWAYS);
    assertThat(memory.readWithProof(PATH.child("y"), MAX).proof()).isSameAs(FileProof.ALWAYS);
  }

  @Test
  void aTreeThatKnowsNoBetterIsReadAgain() {
    tree.answer = content("1");
    var proof = tree.readWithProof(PATH, MAX).proof();

    assertThat(proof.holds()).isTrue();
    tree.answer = content("2");
    assertThat(proof.holds()).isFalse();
    tree.answer = content("1");
    assertThat(proof.holds()).isTrue();
  }

  @Test
  void everyKindOfAnswerIsToldFromTheOthers() {
    var answers =
        new FileRead[] {
          content(""),
          new FileRead.Absent(),
          new FileRead.Folder(),
          new FileRead.Refused("a"),
          new FileRead.Refused("b")
        };
    for (var before : answers) {
      tree.answer = before;
      var proof = tree.readWithProof(PATH, MAX).proof();
      for (var after : answers) {
        tree.answer = after;
        assertThat(proof.holds()).as("%s, then %s", before, after).isEqualTo(before == after);
      }
    }
  }

  @Test
  void nothingIsReadWhileSomethingCheaperHolds() {
    var cheap = new AtomicBoolean(true);
    tree.answer = content("1");
    var proof = FileProof.byReading(new FileQuestion(tree, PATH, MAX), tree.answer, cheap::get);

    assertThat(proof.holds()).isTrue();
    assertThat(tree.reads).hasValue(0);
    cheap.set(false);
    assertThat(proof.holds()).isTrue();
    assertThat(tree.reads).hasValue(1);
  }

  @Test
  void theProofOfALaterReadingIsTakenOver() {
    tree.answer = content("1");
    var proof = tree.readWithProof(PATH, MAX).proof();
    tree.proof = FileProof.ALWAYS;

    assertThat(proof.holds()).isTrue();
    tree.reads.set(0);
    assertThat(proof.holds()).isTrue();
    assertThat(tree.reads).hasValue(0);
  }

  @Test
  void theProofOfAnotherContentIsNotTakenOver() {
    tree.answer = content("1");
    var proof = tree.readWithProof(PATH, MAX).proof();
    tree.proof = FileProof.ALWAYS;
    tree.answer = content("2");

    assertThat(proof.holds()).isFalse();
    assertThat(proof.holds()).isFalse();
  }

  private static FileRead content(String text) {
    return new FileRead.Content(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A tree of one file that may have a proof of its own. */
  private static final class PlainTree implements FileTree {

    private final AtomicInteger reads = new AtomicInteger();
    private FileRead answer = new FileRead.Absent();
    private FileProof proof = FileProof.NEVER;

    @Override
    public String label(TreePath path) {
      return path.text();
    }

    @Override
    public boolean holds(TreePath path) {
      return answer instanceof FileRead.Content;
    }

    @Override
    public FileRead read(TreePath path, long maxBytes) {
      reads.incrementAndGet();
      return answer;
    }

    @Override
    public ProvenRead readWithProof(TreePath path, long maxBytes) {
      var read = FileTree.super.readWithProof(path, maxBytes);
      return proof == FileProof.NEVER ? read : new ProvenRead(read.answer(), proof);
    }
  }
}
