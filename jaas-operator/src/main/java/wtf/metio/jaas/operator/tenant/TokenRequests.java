// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.TenantAccess.Access;

/** Asks for tokens of service accounts. */
final class TokenRequests {

  private static final Attempt MINTING = new Attempt("minting the tenant SA token");
  private static final long SECONDS = 3_600;
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final KubeApi operator;
  private final Function<String, KubeApi> withToken;
  private final Clock clock;

  TokenRequests(KubeApi operator, Function<String, KubeApi> withToken, Clock clock) {
    this.operator = operator;
    this.withToken = withToken;
    this.clock = clock;
  }

  /** Asks for one, and waits for the answer. */
  Minting mint(Tenant tenant) {
    var account = new ResourceName(tenant.namespace(), tenant.serviceAccount());
    var asked = clock.instant();
    return switch (operator.createFor(ResourceType.SERVICE_ACCOUNT, account, "token", request())) {
      case Reply.Done(var object) -> minted(object, asked).orElseGet(TokenRequests::unreadable);
      case Reply.Refused refused when refused.isNotFound() -> missing(tenant);
      case Reply.Refused refused -> failed(MINTING.refused(refused, Reason.SOURCE_FETCH_FAILED));
      case Reply.Unanswered unanswered ->
          failed(MINTING.unanswered(unanswered, Reason.SOURCE_FETCH_FAILED));
    };
  }

  /** None came within a time. */
  static Minting late(Duration patience) {
    return failed(
        MINTING.unanswered(
            new Reply.Unanswered("no token within " + patience.toSeconds() + "s"),
            Reason.SOURCE_FETCH_FAILED));
  }

  /** Nobody waits for one any more. */
  static Minting interrupted() {
    return failed(
        MINTING.unanswered(
            new Reply.Unanswered("nobody waits for it any more"), Reason.SOURCE_FETCH_FAILED));
  }

  // No audiences and no bound object: the token is for the API server, and for nothing else.
  private static JsonObject request() {
    var spec = new JsonObject();
    spec.addProperty("expirationSeconds", SECONDS);
    var request = new JsonObject();
    request.addProperty("apiVersion", "authentication.k8s.io/v1");
    request.addProperty("kind", "TokenRequest");
    request.add("spec", spec);
    return request;
  }

  private Optional<Minting> minted(KubeObject object, Instant asked) {
    var status = object.part("status");
    if (!status.has("token") || !status.has("expirationTimestamp")) {
      return Optional.empty();
    }
    try {
      var expires = Instant.parse(status.get("expirationTimestamp").getAsString());
      var third = Duration.between(asked, expires).dividedBy(3);
      var margin = third.compareTo(MARGIN) < 0 ? third : MARGIN;
      var api = withToken.apply(status.get("token").getAsString());
      return Optional.of(new Minting.Minted(api, expires.minus(margin), expires));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Minting unreadable() {
    return failed(
        MINTING.unanswered(
            new Reply.Unanswered("the answer holds no token and no time of its end"),
            Reason.SOURCE_FETCH_FAILED));
  }

  // Manifests are often applied in an order in which the account comes last.
  private static Minting missing(Tenant tenant) {
    return new Minting.Failed(
        new Access.Denied(
            Reason.SERVICE_ACCOUNT_MISSING,
            "ServiceAccount \""
                + tenant.serviceAccount()
                + "\" not found in \""
                + tenant.namespace()
                + '"',
            Retry.WITH_BACKOFF));
  }

  private static Minting failed(Setback setback) {
    return new Minting.Failed(
        new Access.Denied(setback.reason(), setback.message(), setback.retry()));
  }
}
