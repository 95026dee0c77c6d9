// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future.State;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.ObjectNames;
import wtf.metio.jaas.operator.tenant.Minting.Minted;

/**
 * Tenants by the tokens of their service accounts.
 *
 * <p>A token is asked for once for all who want it at a time, and kept until shortly before its
 * end; tokens that nobody asked for since then are dropped. The request goes on when those who wait
 * for it give up. Any number of threads may call at once.
 */
public final class Tenants implements TenantAccess {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TokenRequests requests;
  private final Clock clock;
  private final TenantListener listener;
  private final Duration patience;
  private final Executor executor = task -> Thread.ofVirtual().name("tenant-token").start(task);

  /**
   * One entry a tenant. Each request for a token has an entry of its own: one that was forgotten in
   * the meantime is in nobody's way, and its result is not kept.
   */
  private final Map<Tenant, CompletableFuture<Minting>> mintings = new ConcurrentHashMap<>();

  /**
   * Nobody is known yet.
   *
   * @param operator may ask for tokens
   * @param withToken the API server, asked with a token
   */
  public Tenants(
      KubeApi operator, Function<String, KubeApi> withToken, Clock clock, TenantListener listener) {
    this(new TokenRequests(operator, withToken, clock), clock, listener, PATIENCE);
  }

  Tenants(TokenRequests requests, Clock clock, TenantListener listener, Duration patience) {
    this.requests = requests;
    this.clock = clock;
    this.listener = listener;
    this.patience = patience;
  }

  @Override
  public Access as(Tenant tenant) {
    if (tenant.serviceAccount().isEmpty()) {
      return missing("neither spec.serviceAccountName nor --default-service-account is set");
    }
    // Asked for with our own rights: no word of a user may lead the request astray.
    if (!ObjectNames.isPossible(tenant.namespace(), tenant.serviceAccount())) {
      return missing(
          "spec.serviceAccountName is not the name of a ServiceAccount: it must consist of lower"
              + " case letters, digits, '-' and '.'");
    }
    return switch (identity(tenant)) {
      case Minted minted -> new Access.Granted(new TenantApi(this, tenant, minted));
      case Minting.Failed(var denied) -> denied;
    };
  }

  @Override
  public void forget(Tenant tenant) {
    mintings.remove(tenant);
  }

  /** Another token than one that was not accepted. */
  Minting renewed(Tenant tenant, Minted refused) {
    // Somebody else may have replaced it already.
    mintings.computeIfPresent(tenant, (_, known) -> known.getNow(null) == refused ? null : known);
    return identity(tenant);
  }

  /** How many tenants are remembered. */
  int size() {
    return mintings.size();
  }

  private static Access missing(String message) {
    return new Access.Denied(Reason.SERVICE_ACCOUNT_MISSING, message, Retry.SLOWLY);
  }

  private Minting identity(Tenant tenant) {
    var now = clock.instant();
    var ours = new CompletableFuture<Minting>();
    var minting =
        mintings.compute(tenant, (_, known) -> known == null || isStale(known, now) ? ours : known);
    if (minting == ours) {
      begin(tenant, ours);
    }
    return outcome(minting);
  }

  private static boolean isStale(CompletableFuture<Minting> minting, Instant now) {
    return switch (minting.state()) {
      case RUNNING -> false;
      case SUCCESS ->
          !(minting.resultNow() instanceof Minted minted && now.isBefore(minted.refreshAt()));
      case FAILED, CANCELLED -> true;
    };
  }

  private void begin(Tenant tenant, CompletableFuture<Minting> minting) {
    var _ =
        minting
            .completeOnTimeout(
                TokenRequests.late(patience), patience.toNanos(), TimeUnit.NANOSECONDS)
            .thenAccept(outcome -> settled(tenant, minting, outcome));
    var _ = minting.completeAsync(() -> requests.mint(tenant), executor);
  }

  private void settled(Tenant tenant, CompletableFuture<Minting> minting, Minting outcome) {
    switch (outcome) {
      case Minted _ -> {
        listener.minted(tenant);
        dropExpired();
      }
      case Minting.Failed(var denied) -> {
        mintings.remove(tenant, minting);
        listener.mintFailed(tenant, denied.message());
      }
    }
  }

  private void dropExpired() {
    var now = clock.instant();
    mintings
        .values()
        .removeIf(
            known ->
                known.state() == State.SUCCESS
                    && known.resultNow() instanceof Minted minted
                    && !now.isBefore(minted.expiresAt()));
  }

  private static Minting outcome(CompletableFuture<Minting> minting) {
    try {
      return minting.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return TokenRequests.interrupted();
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking for a token failed unexpectedly", e);
    }
  }
}
