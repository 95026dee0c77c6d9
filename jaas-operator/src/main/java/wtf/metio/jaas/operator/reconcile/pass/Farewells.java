// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import com.google.gson.JsonElement;
import java.util.Set;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.event.Happening;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.withdrawal.Farewell;
import wtf.metio.jaas.operator.reconcile.withdrawal.Withdrawal;
import wtf.metio.jaas.operator.reconcile.withdrawal.Withdrawn;
import wtf.metio.jaas.operator.reconcile.writing.Finalizers;
import wtf.metio.jaas.operator.reconcile.writing.Written;

/** Lets snippets go: those that somebody deletes, and those that are not ours to look after. */
final class Farewells {

  private final World world;
  private final String defaultAccount;
  private final ReconcileListener listener;
  private final Withdrawal withdrawal;
  private final Finalizers finalizers;

  Farewells(World world, PassOptions options, ReconcileListener listener) {
    this.world = world;
    this.listener = listener;
    defaultAccount = options.defaultServiceAccount();
    finalizers = new Finalizers(world.operator(), world.cluster());
    withdrawal =
        new Withdrawal(
            world.cluster(),
            world.tenants(),
            world.operator(),
            world.ports().store(),
            world.ports().clock(),
            options.withdrawalPatience());
  }

  /** On whose behalf a snippet is published; without an account if nobody says. */
  Tenant tenant(KubeObject snippet) {
    var account =
        snippet.part("spec").get("serviceAccountName") instanceof JsonElement name
                && name.isJsonPrimitive()
            ? name.getAsString()
            : "";
    return new Tenant(snippet.name().namespace(), account.isEmpty() ? defaultAccount : account);
  }

  /** Somebody deleted a snippet. */
  Ending deleted(KubeObject snippet, Term term) {
    if (!Finalizers.isOn(snippet)) {
      return forgotten(snippet.name(), term);
    }
    var farewell = new Farewell(snippet, tenant(snippet), term.fence());
    return switch (withdrawal.withdraw(farewell)) {
      case Withdrawn.Entirely() -> forgotten(snippet.name(), term);
      case Withdrawn.Forced(var cause, var message) -> {
        listener.forced(snippet.name(), cause, message);
        world
            .events()
            .tell(Happening.warning(ResourceType.SNIPPET, snippet, "WithdrawForced", message));
        yield forgotten(snippet.name(), term);
      }
      case Withdrawn.Later(var message) -> {
        listener.failed(snippet.name(), message);
        yield new Ending.Failed();
      }
      case Withdrawn.Fenced() -> new Ending.Dropped();
    };
  }

  /**
   * A snippet is not there. One that was looked after is either gone without a word, or does not
   * match any more what we look after, and must not wait for us when somebody deletes it.
   */
  Ending absent(ResourceName name, Term term) {
    var known = term.memory().of(name);
    if (known.isEmpty()) {
      return forgotten(name, term);
    }
    return switch (world.operator().get(ResourceType.SNIPPET, name)) {
      case Reply.Done(var object) when !object.uid().equals(known.get().uid()) ->
          forgotten(name, term);
      case Reply.Done(var object) when object.isLeaving() -> deleted(object, term);
      case Reply.Done(var object) -> released(object, term);
      case Reply.Refused refused when refused.isNotFound() -> removed(name, term);
      case Reply.Refused(_, _, var message) -> failed(name, message);
      case Reply.Unanswered(var message) -> failed(name, message);
    };
  }

  private Ending released(KubeObject snippet, Term term) {
    return switch (finalizers.remove(snippet, term.fence())) {
      case Written.Kept _, Written.Gone _ -> forgotten(snippet.name(), term);
      case Written.Outdated() -> new Ending.Outdated();
      case Written.Fenced() -> new Ending.Dropped();
      case Written.Failed(var message) -> failed(snippet.name(), message);
    };
  }

  private Ending removed(ResourceName name, Term term) {
    if (!term.fence().open()) {
      return new Ending.Dropped();
    }
    try {
      world.ports().store().removeAll(name);
      return forgotten(name, term);
    } catch (StoreUnavailableException unavailable) {
      return failed(name, unavailable.text());
    }
  }

  private Ending failed(ResourceName name, String message) {
    listener.failed(name, message);
    return new Ending.Failed();
  }

  private Ending forgotten(ResourceName name, Term term) {
    term.memory().forget(name).ifPresent(world.tenants()::forget);
    world.ports().rateLimit().forget(name);
    world.findings().uses(name, Set.of());
    listener.withdrawn(name);
    return new Ending.Gone(world.cluster().usersOfSource(SourceReference.EXTERNAL_ARTIFACT, name));
  }
}
