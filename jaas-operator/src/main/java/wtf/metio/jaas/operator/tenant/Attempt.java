// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.operator.kube.Reply;

/**
 * Something that the API server was asked to do, and what its refusal means to a user.
 *
 * @param what as it stands in the middle of a sentence
 */
public record Attempt(String what) {

  private static final String NO_SUCH_KIND = "the server could not find the requested resource";
  private static final String NO_SUCH_PATH = "404 page not found";

  /** A quota, a policy or a namespace that is ending refuses with the same code as a role does. */
  private static final Pattern NOT_OF_A_ROLE =
      Pattern.compile("quota|webhook|terminat|policy", Pattern.CASE_INSENSITIVE);

  /** What a refusal means. */
  public Setback refused(Reply.Refused refused, Reason otherwise) {
    return refused(List.of(refused), otherwise);
  }

  /**
   * What it means that nothing of what was tried one after the other worked.
   *
   * @param otherwise the reason if it may work another time
   */
  public Setback refused(List<Reply.Refused> refusals, Reason otherwise) {
    return denial(refusals)
        .map(message -> new Setback(Reason.RBAC_DENIED, message, Retry.SLOWLY))
        .orElseGet(() -> passing(refusals.getLast().message(), otherwise));
  }

  /** What it means that nobody answered. */
  public Setback unanswered(Reply.Unanswered unanswered, Reason otherwise) {
    return passing(unanswered.message(), otherwise);
  }

  /** Whether a refusal says that the kind of the object is not installed. */
  public static boolean isOfUnknownKind(Reply.Refused refused) {
    return refused.isNotFound()
        && (refused.reason().isEmpty()
            || refused.message().contains(NO_SUCH_KIND)
            || refused.message().contains(NO_SUCH_PATH));
  }

  private Setback passing(String message, Reason otherwise) {
    return new Setback(otherwise, what + " could not be completed: " + message, Retry.WITH_BACKOFF);
  }

  private Optional<String> denial(List<Reply.Refused> refusals) {
    var last = refusals.getLast();
    if (isOfUnknownKind(last)) {
      return Optional.of(
          what
              + " refers to a kind not registered with the apiserver \u2014 install the"
              + " corresponding CRD. "
              + last.message());
    }
    return switch (last.code()) {
      case 403 -> Optional.of(forbidden(refusals));
      case 400, 422 -> Optional.of(rejected(last));
      case 405 ->
          Optional.of(
              "apiserver does not support the requested verb on "
                  + what
                  + " \u2014 the CRD and what serves it do not fit together. "
                  + last.message());
      default -> Optional.empty();
    };
  }

  private String forbidden(List<Reply.Refused> refusals) {
    var last = refusals.getLast();
    if (MissingRight.in(last).isEmpty() && NOT_OF_A_ROLE.matcher(last.message()).find()) {
      return rejected(last);
    }
    var missing = refusals.stream().map(MissingRight::in).flatMap(Optional::stream).toList();
    return "RBAC denied "
        + what
        + " \u2014 grant the tenant ServiceAccount the missing verb. "
        + (missing.isEmpty() ? "" : MissingRight.text(missing) + ": ")
        + last.message();
  }

  private String rejected(Reply.Refused refused) {
    return "apiserver rejected "
        + what
        + " \u2014 the payload violates the CRD's validation or an admission webhook's policy;"
        + " retry won't help. "
        + refused.message();
  }
}
