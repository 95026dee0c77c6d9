// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import com.google.gson.JsonElement;
import java.util.Set;
import wtf.metio.jaas.domain.artifact.BaseUrl;
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
import wtf.metio.jaas.operator.reconcile.withdrawal.WithdrawSnippet;
import wtf.metio.jaas.operator.reconcile.withdrawal.Withdrawn;
import wtf.metio.jaas.operator.reconcile.writing.Finalizers;
import wtf.metio.jaas.operator.resource.ResourceReading;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SnippetStatus;

/** Lets snippets go: those that somebody deletes, and those that are not ours to look after. */
final class Farewells {

  private final World world;
  private final String defaultAccount;
  private final ReconcileListener listener;
  private final WithdrawSnippet withdrawal;
  private final ResourceReading reading;
  private final BaseUrl base;

  Farewells(World world, PassOptions options, ReconcileListener listener) {
    this.world = world;
    this.listener = listener;
    defaultAccount = options.defaultServiceAccount();
    base = options.base();
    reading = new ResourceReading(world.rules());
    withdrawal =
        new WithdrawSnippet(
            world.announcements(),
            world.tenants(),
            new Finalizers(world.operator(), world.cluster()),
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
  Ending deleted(SnippetResource snippet, Term term) {
    var name = snippet.name();
    if (!SnippetResource.isKept(snippet.object())) {
      return forgotten(name, term);
    }
    term.memory().lookAfter(name);
    var farewell = new Farewell(snippet, tenant(snippet.object()), term.fence());
    return switch (withdrawal.withdraw(farewell)) {
      case Withdrawn.Entirely() -> forgotten(name, term);
      case Withdrawn.Forced(var cause, var message) -> {
        listener.forced(name, cause, message);
        world
            .events()
            .tell(
                Happening.warning(
                    ResourceType.SNIPPET, snippet.object(), "WithdrawForced", message));
        yield forgotten(name, term);
      }
      case Withdrawn.Later(var message) -> failed(name, message);
      case Withdrawn.Fenced() -> new Ending.Dropped();
    };
  }

  /**
   * A snippet is not there, or does not match what is looked after. One that was published here is
   * let go all the same when somebody deletes it: nobody else will.
   */
  Ending absent(ResourceName name, Term term) {
    var known = term.memory().of(name);
    if (known.isEmpty() && !world.cluster().stranded().contains(name)) {
      return forgotten(name, term);
    }
    return switch (world.operator().get(ResourceType.SNIPPET, name)) {
      case Reply.Done(var object) -> elsewhere(object, term);
      case Reply.Refused refused when refused.isNotFound() ->
          known.isPresent() ? removed(name, term) : forgotten(name, term);
      case Reply.Refused(_, _, var message) -> failed(name, message);
      case Reply.Unanswered(var message) -> failed(name, message);
    };
  }

  private Ending elsewhere(KubeObject object, Term term) {
    boolean ours = term.memory().of(object).isPresent() || isPublishedHere(object);
    return reading
        .snippet(object)
        .filter(snippet -> ours && object.isLeaving())
        .map(snippet -> deleted(snippet, term))
        .orElseGet(() -> forgotten(object.name(), term));
  }

  /** Another installation may look after other snippets of the same cluster. */
  private boolean isPublishedHere(KubeObject object) {
    return base.covers(SnippetStatus.of(object).artifactUrl());
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

  /** The end is told once: whoever is let go is looked at again when the watch tells of it. */
  private Ending forgotten(ResourceName name, Term term) {
    term.memory().forget(name).ifPresent(world.tenants()::forget);
    world.ports().rateLimit().forget(name);
    world.findings().uses(name, Set.of());
    if (term.memory().letGo(name)) {
      listener.withdrawn(name);
    }
    return new Ending.Gone(world.cluster().usersOfSource(SourceReference.EXTERNAL_ARTIFACT, name));
  }
}
