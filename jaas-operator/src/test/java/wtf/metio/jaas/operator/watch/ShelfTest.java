// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;

class ShelfTest {

  private static final ResourceName NAME = new ResourceName("a", "b");

  private final List<String> moves = new ArrayList<>();
  private final Shelf<String> shelf =
      new Shelf<>((_, before, after, teller) -> moves.add(before + ">" + after + ' ' + teller));

  private static KubeObject at(int version) {
    var json =
        """
        {"metadata": {"namespace": "a", "name": "b", "uid": "u", "resourceVersion": "%s"}}
        """
            .formatted(version);
    return new KubeObject((JsonObject) JsonParser.parseString(json));
  }

  private void endList(long began, String version, ResourceName... listed) {
    shelf.end(Set.of(listed), began, version, _ -> true);
  }

  @Test
  void anOlderWordDoesNotUndoAnOwnWrite() {
    shelf.tell(at(5), "told", 0);
    shelf.wrote(at(8), "written");
    shelf.tell(at(7), "older", 0);

    assertThat(shelf.get(NAME)).contains("written");
    shelf.tell(at(9), "newer", 0);
    assertThat(shelf.get(NAME)).contains("newer");
  }

  @Test
  void aWatchThatWasFasterThanTheAnswerIsNotUndone() {
    shelf.tell(at(9), "told", 0);
    shelf.wrote(at(8), "written");

    assertThat(shelf.get(NAME)).contains("told");
  }

  @Test
  void anOwnWriteSurvivesAListThatWasBegunBefore() {
    long began = shelf.begin();
    shelf.wrote(at(8), "written");
    shelf.tell(at(5), "listed", began);
    endList(began, "5", NAME);
    assertThat(shelf.get(NAME)).contains("written");

    long again = shelf.begin();
    endList(again, "9");
    assertThat(shelf.get(NAME)).isEmpty();
  }

  @Test
  void aListThatWasBegunLaterIsBelievedWhateverItsVersions() {
    shelf.wrote(at(800), "written");
    long began = shelf.begin();
    shelf.tell(at(5), "restored", began);
    endList(began, "6", NAME);

    assertThat(shelf.get(NAME)).contains("restored");
    shelf.wrote(at(7), "written anew");
    assertThat(shelf.get(NAME)).contains("written anew");
  }

  @Test
  void whatIsNotListedIsGone() {
    shelf.tell(at(5), "told", 0);
    long began = shelf.begin();
    endList(began, "9");

    assertThat(shelf.get(NAME)).isEmpty();
    assertThat(moves).containsExactly("null>told SERVER", "told>null SERVER");
  }

  @Test
  void anAnswerThatComesAfterADeletionBringsNothingBack() {
    shelf.tell(at(5), "told", 0);
    shelf.remove(at(9), Shelf.Teller.SERVER);
    shelf.wrote(at(8), "written");
    assertThat(shelf.get(NAME)).isEmpty();

    shelf.wrote(at(10), "created again");
    assertThat(shelf.get(NAME)).contains("created again");
  }

  @Test
  void aDeletionOfAnEarlierOneDoesNotTakeAwayWhatWasCreatedSince() {
    shelf.wrote(at(10), "created again");
    shelf.remove(at(9), Shelf.Teller.SERVER);

    assertThat(shelf.get(NAME)).contains("created again");
  }

  @Test
  void theEchoOfAWriteMovesNothing() {
    shelf.wrote(at(8), "written");
    assertThat(shelf.confirm(at(8))).isTrue();
    shelf.tell(at(7), "told in order now", 0);

    assertThat(moves).containsExactly("null>written OURSELVES", "written>told in order now SERVER");
  }
}
