// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;

/**
 * An API server in memory: objects with versions, service accounts with tokens, and who may do
 * what. It answers in the words of the real one. One call at a time.
 */
public final class MemoryApiServer {

  /** Who asks with our own rights. */
  public static final String OPERATOR = "system:serviceaccount:jaas-system:jaas";

  private final Clock clock;
  private final Map<String, JsonObject> objects = new HashMap<>();
  private final Map<String, JsonObject> applied = new HashMap<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> rights = new HashSet<>();
  private final Set<String> unknownKinds = new HashSet<>();
  private final List<String> requests = new ArrayList<>();
  private final Deque<Reply> planned = new ArrayDeque<>();
  private Duration lifetime = Duration.ofHours(1);
  private long version = 1;

  public MemoryApiServer(Clock clock) {
    this.clock = clock;
    allow(OPERATOR, "create", "serviceaccounts/token", "");
  }

  /** The server as we see it. */
  public KubeApi operator() {
    return new Connection(OPERATOR);
  }

  /** The server as whoever shows a token sees it. */
  public KubeApi withToken(String token) {
    return new Connection("token " + token);
  }

  /** Makes an account, with the rights that every tenant needs. */
  public void tenant(String namespace, String account) {
    account(namespace, account);
    for (var verb : List.of("get", "create", "update", "patch")) {
      grant(namespace, account, verb, "externalartifacts.source.toolkit.fluxcd.io");
    }
    grant(namespace, account, "patch", "externalartifacts/status.source.toolkit.fluxcd.io");
    for (var kind : List.of("gitrepositories", "ocirepositories", "buckets")) {
      grant(namespace, account, "get", kind + ".source.toolkit.fluxcd.io");
    }
    grant(namespace, account, "get", "jsonnetlibraries.jaas.metio.wtf");
  }

  /** Makes an account that may do nothing; a former one of that name is another one. */
  public synchronized void account(String namespace, String account) {
    accounts.put(namespace + '/' + account, UUID.randomUUID().toString());
  }

  public synchronized void deleteAccount(String namespace, String account) {
    accounts.remove(namespace + '/' + account);
  }

  public void grant(String namespace, String account, String verb, String resource) {
    allow(user(namespace, account), verb, resource, namespace);
  }

  public synchronized void revoke(String namespace, String account, String verb, String resource) {
    rights.remove(right(user(namespace, account), verb, resource, namespace));
  }

  public synchronized void allow(String user, String verb, String resource, String namespace) {
    rights.add(right(user, verb, resource, namespace));
  }

  public synchronized void deny(String user, String verb, String resource, String namespace) {
    rights.remove(right(user, verb, resource, namespace));
  }

  /** From now on there is no such kind. */
  public synchronized void uninstall(ResourceType type) {
    unknownKinds.add(type.path());
  }

  /** How long the next tokens last. */
  public synchronized void tokensLast(Duration time) {
    lifetime = time;
  }

  /** The next request is answered like this, and not done. */
  public synchronized void next(Reply reply) {
    planned.add(reply);
  }

  /** What was asked since the last time, as verb and path. */
  public synchronized List<String> requests() {
    var seen = List.copyOf(requests);
    requests.clear();
    return seen;
  }

  /** Puts an object there, as somebody who may do everything. */
  public synchronized KubeObject put(ResourceType type, JsonObject object) {
    var name = new KubeObject(object).name();
    var stored = object.deepCopy();
    stored.addProperty("apiVersion", type.apiVersion());
    stored.addProperty("kind", type.kind());
    var metadata = stored.getAsJsonObject("metadata");
    if (!metadata.has("uid")) {
      metadata.addProperty("uid", UUID.randomUUID().toString());
    }
    if (!metadata.has("generation")) {
      metadata.addProperty("generation", 1);
    }
    return store(type.path(name), stored);
  }

  public synchronized void remove(ResourceType type, ResourceName name) {
    objects.remove(type.path(name));
  }

  /** An object as it is now. */
  public synchronized Optional<KubeObject> find(ResourceType type, ResourceName name) {
    return Optional.ofNullable(objects.get(type.path(name))).map(MemoryApiServer::copy);
  }

  private static String user(String namespace, String account) {
    return "system:serviceaccount:" + namespace + ':' + account;
  }

  private static String right(String user, String verb, String resource, String namespace) {
    return String.join(" ", user, verb, resource, namespace);
  }

  private static KubeObject copy(JsonObject object) {
    return new KubeObject(object.deepCopy());
  }

  private KubeObject store(String path, JsonObject object) {
    object.getAsJsonObject("metadata").addProperty("resourceVersion", String.valueOf(++version));
    objects.put(path, object);
    return copy(object);
  }

  private static Reply.Refused refused(int code, String reason, String message) {
    return new Reply.Refused(code, reason, message);
  }

  private static Reply.Refused conflict(ResourceType type, ResourceName name) {
    return refused(
        409,
        "Conflict",
        "Operation cannot be fulfilled on "
            + type.qualified()
            + " \""
            + name.name()
            + "\": the object has been modified");
  }

  private static Reply.Refused notFound(ResourceType type, ResourceName name) {
    return refused(404, "NotFound", type.qualified() + " \"" + name.name() + "\" not found");
  }

  /** One request, by one identity. */
  private record Request(
      String who, String verb, ResourceType type, ResourceName name, String subresource) {

    String resource() {
      var part = subresource.isEmpty() ? type.plural() : type.plural() + '/' + subresource;
      return type.group().isEmpty() ? part : part + '.' + type.group();
    }
  }

  /** What stands in the way of a request, before its object is looked at. */
  private Optional<Reply> obstacle(Request request) {
    requests.add(request.verb() + ' ' + request.type().path(request.name()));
    if (!planned.isEmpty()) {
      return Optional.of(planned.remove());
    }
    var user = identity(request.who());
    if (user.isEmpty()) {
      return Optional.of(refused(401, "Unauthorized", "Unauthorized"));
    }
    if (!may(user.get(), request)) {
      return Optional.of(forbidden(user.get(), request));
    }
    return unknownKinds.contains(request.type().path())
        ? Optional.of(refused(404, "", "404 page not found"))
        : Optional.empty();
  }

  private boolean may(String user, Request request) {
    return rights.contains(
            right(user, request.verb(), request.resource(), request.name().namespace()))
        || rights.contains(right(user, request.verb(), request.resource(), ""));
  }

  private Optional<String> identity(String who) {
    if (!who.startsWith("token ")) {
      return Optional.of(who);
    }
    var words = Optional.ofNullable(tokens.get(who.substring(6))).map(text -> text.split(" "));
    return words
        .filter(known -> known[1].equals(accounts.get(known[0])))
        .filter(known -> clock.instant().toEpochMilli() < Long.parseLong(known[2]))
        .map(known -> "system:serviceaccount:" + known[0].replace('/', ':'));
  }

  private static Reply forbidden(String user, Request request) {
    var part =
        request.subresource().isEmpty()
            ? request.type().plural()
            : request.type().plural() + '/' + request.subresource();
    return refused(
        403,
        "Forbidden",
        request.type().qualified()
            + " \""
            + request.name().name()
            + "\" is forbidden: User \""
            + user
            + "\" cannot "
            + request.verb()
            + " resource \""
            + part
            + "\" in API group \""
            + request.type().group()
            + "\" in the namespace \""
            + request.name().namespace()
            + '"');
  }

  private Reply token(ResourceName name) {
    var uid = accounts.get(name.toString());
    if (uid == null) {
      return notFound(ResourceType.SERVICE_ACCOUNT, name);
    }
    var token = UUID.randomUUID().toString();
    var end = clock.instant().plus(lifetime);
    tokens.put(token, name + " " + uid + ' ' + end.toEpochMilli());
    var status = new JsonObject();
    status.addProperty("token", token);
    status.addProperty("expirationTimestamp", end.toString());
    var answer = new JsonObject();
    answer.add("status", status);
    return new Reply.Done(new KubeObject(answer));
  }

  private synchronized Reply get(Request request) {
    return obstacle(request)
        .orElseGet(
            () ->
                find(request.type(), request.name())
                    .<Reply>map(Reply.Done::new)
                    .orElseGet(() -> notFound(request.type(), request.name())));
  }

  private synchronized Reply create(Request request, JsonObject body) {
    return obstacle(request)
        .orElseGet(
            () ->
                objects.containsKey(request.type().path(request.name()))
                    ? refused(409, "AlreadyExists", request.name().name() + " already exists")
                    : new Reply.Done(put(request.type(), body)));
  }

  private synchronized Reply createFor(Request request) {
    return obstacle(request).orElseGet(() -> token(request.name()));
  }

  private synchronized Reply replace(Request request, JsonObject body) {
    return obstacle(request)
        .or(() -> stale(request, body))
        .orElseGet(() -> new Reply.Done(changed(request, body)));
  }

  private synchronized Reply patch(Request request, Patch patch) {
    var path = request.type().path(request.name());
    var body = patch.body();
    var creates =
        patch.form() == Patch.Form.APPLY
            && request.subresource().isEmpty()
            && !objects.containsKey(path);
    return obstacle(request)
        .or(() -> creates ? refusedCreation(request) : stale(request, body))
        .orElseGet(
            () -> {
              if (creates) {
                applied.put(path, body.deepCopy());
                return new Reply.Done(put(request.type(), body));
              }
              var now = objects.get(path).deepCopy();
              if (patch.form() == Patch.Form.APPLY && request.subresource().isEmpty()) {
                retract(now, applied.getOrDefault(path, new JsonObject()), body);
                applied.put(path, body.deepCopy());
              }
              merge(now, body);
              return new Reply.Done(changed(request, now));
            });
  }

  private Optional<Reply> refusedCreation(Request request) {
    var creation =
        new Request(request.who(), "create", request.type(), request.name(), request.subresource());
    var user = identity(request.who()).orElseThrow();
    return may(user, creation) ? Optional.empty() : Optional.of(forbidden(user, creation));
  }

  private synchronized Reply delete(Request request, String uid) {
    return obstacle(request)
        .orElseGet(
            () -> {
              var found = find(request.type(), request.name());
              if (found.isEmpty()) {
                return notFound(request.type(), request.name());
              }
              if (!uid.isEmpty() && !uid.equals(found.get().uid())) {
                return conflict(request.type(), request.name());
              }
              remove(request.type(), request.name());
              return new Reply.Done(found.get());
            });
  }

  private Optional<Reply> stale(Request request, JsonObject body) {
    var present = objects.get(request.type().path(request.name()));
    if (present == null) {
      return Optional.of(notFound(request.type(), request.name()));
    }
    var wanted = new KubeObject(body).resourceVersion();
    return wanted.isEmpty() || wanted.equals(new KubeObject(present).resourceVersion())
        ? Optional.empty()
        : Optional.of(conflict(request.type(), request.name()));
  }

  /** Takes the status alone, or everything but the status. */
  private KubeObject changed(Request request, JsonObject body) {
    var path = request.type().path(request.name());
    var before = objects.get(path);
    var after = request.subresource().isEmpty() ? body.deepCopy() : before.deepCopy();
    var status = request.subresource().isEmpty() ? before : body;
    after.remove("status");
    if (status.has("status")) {
      after.add("status", status.get("status").deepCopy());
    }
    if (!new KubeObject(before).part("spec").equals(new KubeObject(after).part("spec"))) {
      after
          .getAsJsonObject("metadata")
          .addProperty("generation", new KubeObject(before).generation() + 1);
    }
    return store(path, after);
  }

  /** Takes away what was applied before and is not any more. */
  private static void retract(JsonObject now, JsonObject before, JsonObject after) {
    var labels = new KubeObject(after).part("metadata").get("labels");
    if (new KubeObject(before).part("metadata").get("labels") instanceof JsonObject former
        && now.getAsJsonObject("metadata").get("labels") instanceof JsonObject present) {
      former.keySet().stream()
          .filter(label -> !(labels instanceof JsonObject kept && kept.has(label)))
          .forEach(present::remove);
    }
    var owners = new JsonArray();
    if (now.getAsJsonObject("metadata").get("ownerReferences") instanceof JsonArray present) {
      var ours = new KubeObject(before).part("metadata").get("ownerReferences");
      present.asList().stream()
          .filter(owner -> !(ours instanceof JsonArray list && list.contains(owner)))
          .forEach(owners::add);
    }
    if (after.getAsJsonObject("metadata").get("ownerReferences") instanceof JsonArray added) {
      added.asList().stream().filter(owner -> !owners.contains(owner)).forEach(owners::add);
      after.getAsJsonObject("metadata").add("ownerReferences", owners);
    }
  }

  private static void merge(JsonObject target, JsonObject patch) {
    for (var field : patch.entrySet()) {
      if (field.getValue().isJsonNull()) {
        target.remove(field.getKey());
      } else if (field.getValue() instanceof JsonObject inner
          && target.get(field.getKey()) instanceof JsonObject present) {
        merge(present, inner);
      } else {
        target.add(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  /** One identity's view. */
  private final class Connection implements KubeApi {

    private final String who;

    Connection(String who) {
      this.who = who;
    }

    private Request request(String verb, ResourceType type, ResourceName name, String part) {
      return new Request(who, verb, type, name, part);
    }

    @Override
    public Reply get(ResourceType type, ResourceName name) {
      return MemoryApiServer.this.get(request("get", type, name, ""));
    }

    @Override
    public Reply create(ResourceType type, String namespace, JsonObject object) {
      var name = new KubeObject(object).name();
      return MemoryApiServer.this.create(request("create", type, name, ""), object);
    }

    @Override
    public Reply patch(ResourceType type, ResourceName name, Patch patch) {
      return MemoryApiServer.this.patch(request("patch", type, name, patch.subresource()), patch);
    }

    @Override
    public Reply createFor(
        ResourceType type, ResourceName name, String subresource, JsonObject object) {
      return MemoryApiServer.this.createFor(request("create", type, name, subresource));
    }

    @Override
    public Reply replace(
        ResourceType type, ResourceName name, String subresource, JsonObject object) {
      return MemoryApiServer.this.replace(request("update", type, name, subresource), object);
    }

    @Override
    public Reply delete(ResourceType type, ResourceName name, String uid) {
      return MemoryApiServer.this.delete(request("delete", type, name, ""), uid);
    }
  }
}
