// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.TextEvaluator;
import wtf.metio.jaas.domain.publication.MemorySource;
import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.Ports;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.publication.SharedLibraries;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.operator.flux.ArchiveFetcher;
import wtf.metio.jaas.operator.flux.ArtifactPublisher;
import wtf.metio.jaas.operator.flux.ClusterLibraries;
import wtf.metio.jaas.operator.flux.FluxSources;
import wtf.metio.jaas.operator.flux.Permissions;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.event.EventPost;
import wtf.metio.jaas.operator.reconcile.library.LibraryBook;
import wtf.metio.jaas.operator.reconcile.library.LibraryPasses;
import wtf.metio.jaas.operator.reconcile.pass.PassOptions;
import wtf.metio.jaas.operator.reconcile.pass.SnippetPasses;
import wtf.metio.jaas.operator.reconcile.pass.World;
import wtf.metio.jaas.operator.reconcile.writing.LibraryStatusWriter;
import wtf.metio.jaas.operator.resource.ResourceReading;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.operator.tenant.MemoryApiServer;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.tenant.Tenants;
import wtf.metio.jaas.work.SteppingClock;

/** A cluster in memory whose snippets are looked after, with the account {@code renderer}. */
final class Borough implements ArchiveFetcher {

  static final String BASE = "http://jaas.example";
  private static final String SNIPPETS = "jsonnetsnippets";
  private static final String OF_JAAS = ".jaas.metio.wtf";
  private static final String OF_FLUX = ".source.toolkit.fluxcd.io";

  final SteppingClock clock = new SteppingClock();
  final MemoryApiServer server = new MemoryApiServer(clock);
  final SnippetRules rules = new SnippetRules(Set.of("cluster"), Set.of("mounted"));
  final ResourceReading reading = new ResourceReading(rules);
  final ServerCluster cluster = new ServerCluster(server, reading);
  final MemoryArtifactStore memory = new MemoryArtifactStore(clock);
  final FlakyStore store = new FlakyStore(memory);
  final TextEvaluator programs = new TextEvaluator();
  final HeardPasses heard = new HeardPasses();
  final Map<String, FileSet> archives = new HashMap<>();
  final List<String> fetched = new ArrayList<>();

  /** The files of libraries that were read as programs. */
  final List<String> read = new ArrayList<>();

  RateLimit rateLimit = RateLimit.NONE;
  String defaultAccount = "";
  boolean crossNamespace;
  Duration deadline = Duration.ofMinutes(5);
  final NotedEvents events = new NotedEvents(server.operator());
  private final EventPost post = new EventPost(events, "jaas-0", clock, heard);
  private final Tenants tenants =
      new Tenants(server.operator(), server::withToken, clock, new Silent());
  private Controllers controllers;
  private Running running;

  private static final class Silent implements TenantListener {

    @Override
    public void minted(Tenant tenant) {
      // Seen in the requests.
    }

    @Override
    public void mintFailed(Tenant tenant, String message) {
      // Seen in the status.
    }
  }

  Borough() {
    for (var verb : List.of("get", "patch")) {
      allow(verb, SNIPPETS + OF_JAAS);
    }
    allow("patch", SNIPPETS + "/status" + OF_JAAS);
    allow("patch", "jsonnetlibraries/status" + OF_JAAS);
    allow("get", "externalartifacts" + OF_FLUX);
    allow("create", "events.events.k8s.io");
    server.tenant("team", "renderer");
  }

  void allow(String verb, String resource) {
    server.allow(MemoryApiServer.OPERATOR, verb, resource, "");
  }

  void deny(String verb, String resource) {
    server.deny(MemoryApiServer.OPERATOR, verb, resource, "");
  }

  /** Begins a term, if none goes on, and looks at everything once. */
  Controllers controllers() {
    if (controllers == null) {
      begin(Fence.OPEN);
    }
    return controllers;
  }

  void begin(Fence fence) {
    controllers = make();
    running = controllers.prepare(fence);
  }

  Controllers make() {
    var permissions = new Permissions(clock);
    var base = new BaseUrl(BASE);
    var publisher = new ArtifactPublisher(cluster, tenants, base, clock);
    var book = new LibraryBook();
    var ports =
        new Ports(
            cluster,
            new FluxSources(cluster, tenants, this, base, permissions),
            new ClusterLibraries(
                cluster, tenants, permissions, it -> reading.library(it).orElseThrow()),
            new SharedLibraries.Unchanging(List.of()),
            programs,
            Borough::format,
            store,
            publisher,
            new Limit(),
            clock);
    var world =
        new World(
            new Policy(
                Map.of("cluster", "blue"),
                crossNamespace,
                Duration.ofMinutes(5),
                0,
                EvaluationLimits.DEFAULTS,
                "engine 1"),
            rules,
            ports,
            cluster,
            server.operator(),
            tenants,
            publisher::withdraw,
            publisher,
            post,
            book,
            () -> 0.5);
    var options =
        new PassOptions(defaultAccount, new BaseUrl(BASE), deadline, Duration.ofMinutes(5));
    var libraries =
        new LibraryPasses(
            cluster,
            book,
            this::flaw,
            new LibraryStatusWriter(server.operator(), cluster, clock),
            post,
            heard.libraries);
    return new Controllers(
        new Controllers.Parts(cluster, new SnippetPasses(world, options, heard), libraries, book),
        2,
        heard,
        heard.libraries,
        clock);
  }

  private Optional<String> flaw(FileSet files) {
    read.add(files.toString());
    return files
        .content("x.libsonnet")
        .filter(content -> new String(content).contains("syntax"))
        .map(_ -> "x.libsonnet: that is no Jsonnet");
  }

  private final class Limit implements RateLimit {

    @Override
    public Optional<Duration> take(ResourceName snippet) {
      return rateLimit.take(snippet);
    }

    @Override
    public void forget(ResourceName snippet) {
      rateLimit.forget(snippet);
    }
  }

  private static OutputFormatter.Formatted format(byte[] json, Format format) {
    var text = new String(json);
    return new OutputFormatter.Formatted.Files(
        FileSet.of("rendered.json", json),
        text.contains("kind") ? List.of("set spec.format: manifests") : List.of());
  }

  /** Makes all passes that are due. */
  void settle() {
    while (controllers().work() > 0) {
      // What was done may have woken others.
    }
    post.bringDue();
  }

  /** Lets time pass, and whatever is due meanwhile be done in its time. */
  void pass(Duration time) {
    var end = clock.instant().plus(time);
    settle();
    for (var due = controllers().nextTurn();
        due.isPresent() && !due.get().isAfter(end);
        due = controllers().nextTurn()) {
      clock.pass(Duration.between(clock.instant(), due.get()));
      settle();
    }
    clock.pass(Duration.between(clock.instant(), end));
    settle();
  }

  /** How long until the next pass over a snippet that waits for its time. */
  Optional<Duration> untilNextTurn() {
    return running.snippets().nextDue().map(due -> Duration.between(clock.instant(), due));
  }

  static ResourceName name(String name) {
    return new ResourceName("team", name);
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** An object with a name and, if any is given, a spec. */
  static JsonObject object(ResourceType type, ResourceName name, JsonObject spec) {
    var metadata = new JsonObject();
    metadata.addProperty("namespace", name.namespace());
    metadata.addProperty("name", name.name());
    var object = new JsonObject();
    object.addProperty("apiVersion", type.apiVersion());
    object.addProperty("kind", type.kind());
    object.add("metadata", metadata);
    object.add("spec", spec);
    return object;
  }

  /** Describes a snippet with one file. */
  void snippet(String name, String program, String... more) {
    describe(name, spec(program, more));
  }

  static JsonObject spec(String program, String... more) {
    var files = new JsonObject();
    files.addProperty("main.jsonnet", program);
    var spec = json("{'serviceAccountName': 'renderer'}");
    spec.add("files", files);
    for (var field : more) {
      json('{' + field + '}').entrySet().forEach(it -> spec.add(it.getKey(), it.getValue()));
    }
    return spec;
  }

  void describe(String name, JsonObject spec) {
    cluster.snippets.add(name(name));
    var known = server.find(ResourceType.SNIPPET, name(name));
    if (known.isEmpty()) {
      server.put(ResourceType.SNIPPET, object(ResourceType.SNIPPET, name(name), spec));
      controllers().snippetChanged(name(name));
    } else {
      edit(name, object -> object.add("spec", spec));
    }
  }

  /** Somebody changes a snippet, and the watch tells. */
  void edit(String name, Consumer<JsonObject> change) {
    var before = find(name);
    var object = before.json().deepCopy();
    change.accept(object);
    if (!new KubeObject(object).part("spec").equals(before.part("spec"))) {
      object.getAsJsonObject("metadata").addProperty("generation", before.generation() + 1);
    }
    server.put(ResourceType.SNIPPET, object);
    controllers().snippetChanged(name(name));
  }

  void annotate(String name, String annotation, String value) {
    edit(
        name,
        object -> {
          var metadata = object.getAsJsonObject("metadata");
          if (!metadata.has("annotations")) {
            metadata.add("annotations", new JsonObject());
          }
          metadata.getAsJsonObject("annotations").addProperty(annotation, value);
        });
  }

  /** Somebody deletes a snippet: the server marks it until nobody keeps it. */
  void delete(String name) {
    edit(
        name,
        object ->
            object
                .getAsJsonObject("metadata")
                .addProperty("deletionTimestamp", clock.instant().toString()));
  }

  void library(String name, JsonObject spec) {
    cluster.libraries.add(name(name));
    var object = object(ResourceType.LIBRARY, name(name), spec);
    server
        .find(ResourceType.LIBRARY, name(name))
        .ifPresent(
            before -> {
              object.getAsJsonObject("metadata").addProperty("uid", before.uid());
              object.getAsJsonObject("metadata").addProperty("generation", before.generation() + 1);
              object.add("status", before.part("status"));
            });
    server.put(ResourceType.LIBRARY, object);
    controllers().libraryChanged(name(name));
  }

  static JsonObject files(String file, String text) {
    var files = new JsonObject();
    files.addProperty(file, text);
    var spec = new JsonObject();
    spec.add("files", files);
    return spec;
  }

  /** A source that is ready and offers these files. */
  void repository(String name, String digit, Map<String, String> files) {
    var url = "http://source.example/" + name + '/' + digit;
    archives.put(url, FileSet.ofTexts(files));
    repository(
        name,
        json(
            """
            {'observedGeneration': 1,
             'conditions': [{'type': 'Ready', 'status': 'True', 'reason': 'Succeeded'}],
             'artifact': {'url': '%s', 'revision': 'main@sha1:%s', 'digest': 'sha256:%s'}}
            """
                .formatted(url, digit, digit.repeat(64))));
  }

  void repository(String name, JsonObject status) {
    var type = ServerCluster.type("GitRepository");
    var object = object(type, name(name), new JsonObject());
    object.add("status", status);
    server
        .find(type, name(name))
        .ifPresent(before -> object.getAsJsonObject("metadata").addProperty("uid", before.uid()));
    server.put(type, object);
    controllers().sourceChanged("GitRepository", name(name));
  }

  static String fromRepository(String name) {
    return "'sourceRef': {'kind': 'GitRepository', 'name': '" + name + "'}";
  }

  /** The spec of what is made of a source. */
  static JsonObject from(String reference) {
    return json("{'serviceAccountName': 'renderer', " + reference + '}');
  }

  KubeObject find(String name) {
    return server.find(ResourceType.SNIPPET, name(name)).orElseThrow();
  }

  /** Whether nobody keeps a deleted snippet any more. */
  boolean isGone(String name) {
    return !ServerCluster.isThere(find(name));
  }

  Optional<KubeObject> artifact(String name) {
    return server.find(ResourceType.EXTERNAL_ARTIFACT, name(name));
  }

  JsonObject status(String name) {
    return find(name).part("status");
  }

  String status(String name, String field) {
    return text(status(name), field);
  }

  /** A condition of a snippet, or an empty one. */
  JsonObject condition(String name, String type) {
    return condition(find(name), type);
  }

  static JsonObject condition(KubeObject object, String type) {
    if (object.part("status").get("conditions") instanceof JsonArray conditions) {
      for (var condition : conditions) {
        if (text(condition.getAsJsonObject(), "type").equals(type)) {
          return condition.getAsJsonObject();
        }
      }
    }
    return new JsonObject();
  }

  String reason(String name) {
    return text(condition(name, "Ready"), "reason");
  }

  String message(String name) {
    return text(condition(name, "Ready"), "message");
  }

  static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonElement value && value.isJsonPrimitive()
        ? value.getAsString()
        : "";
  }

  /** Makes a snippet as if it had been kept by somebody. */
  static void keep(JsonObject object) {
    var finalizers = new JsonArray();
    finalizers.add(new JsonPrimitive(SnippetResource.FINALIZER));
    object.getAsJsonObject("metadata").add("finalizers", finalizers);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public Location locate(SourceResource source, String path) {
    return new Location.Found(
        source.digest() + path,
        cancellation -> {
          fetched.add(source.url());
          return new Delivery.Delivered(MemorySource.of("source", archives.get(source.url())));
        });
  }

  @Override
  public Optional<Location> locateStored(OwnArchive archive, String path) {
    return store
        .find(archive.owner(), archive.revision())
        .map(
            found ->
                new Location.Found(
                    found.digest().text() + path,
                    _ -> {
                      fetched.add("store " + archive.owner());
                      return new Delivery.Delivered(
                          MemorySource.of(
                              "store",
                              FileSet.ofTexts(
                                  Map.of("main.jsonnet", "\"" + found.revision() + '"'))));
                    }));
  }
}
