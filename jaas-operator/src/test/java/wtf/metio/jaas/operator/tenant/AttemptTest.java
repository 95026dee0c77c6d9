// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.operator.kube.Reply;

class AttemptTest {

  private static final Attempt READING = new Attempt("reading the source CR");

  private static Setback refused(int code, String reason, String message) {
    return READING.refused(new Reply.Refused(code, reason, message), Reason.SOURCE_FETCH_FAILED);
  }

  private static Setback denied(String message) {
    return new Setback(Reason.RBAC_DENIED, message, Retry.SLOWLY);
  }

  @Test
  void aMissingRightIsNamedAsARoleWouldGrantIt() {
    var words =
        "buckets.source.toolkit.fluxcd.io \"b\" is forbidden: User"
            + " \"system:serviceaccount:team:renderer\" cannot get resource \"buckets\" in API"
            + " group \"source.toolkit.fluxcd.io\" in the namespace \"stock\"";

    assertThat(refused(403, "Forbidden", words))
        .isEqualTo(
            denied(
                "RBAC denied reading the source CR \u2014 grant the tenant ServiceAccount the"
                    + " missing verb. ServiceAccount team/renderer needs verb \"get\" on"
                    + " \"buckets.source.toolkit.fluxcd.io\" in namespace \"stock\": "
                    + words));
  }

  @Test
  void aRefusalThatNamesNoRightIsQuoted() {
    assertThat(refused(403, "Forbidden", "no"))
        .isEqualTo(
            denied(
                "RBAC denied reading the source CR \u2014 grant the tenant ServiceAccount the"
                    + " missing verb. no"));
  }

  private static Reply.Refused cannot(String verb) {
    return new Reply.Refused(
        403,
        "Forbidden",
        "User \"system:serviceaccount:team:renderer\" cannot "
            + verb
            + " resource \"buckets\" in API group \"source.toolkit.fluxcd.io\" in the namespace"
            + " \"stock\"");
  }

  private static String needed(Reply.Refused... refusals) {
    var words = refused(refusals);
    assertThat(words).startsWith("RBAC denied reading the source CR \u2014 ");
    int end = words.indexOf(": User ");
    return words.substring(words.indexOf("needs "), end);
  }

  private static String refused(Reply.Refused... refusals) {
    return READING.refused(List.of(refusals), Reason.SOURCE_FETCH_FAILED).message();
  }

  @Test
  void ofTwoVerbsThatDoTheSameOneIsAskedForAndTheOtherNamed() {
    assertThat(needed(cannot("patch"), cannot("update")))
        .isEqualTo(
            "needs verb \"patch\" on \"buckets.source.toolkit.fluxcd.io\" in namespace \"stock\""
                + " (\"update\" would do as well)");
  }

  @Test
  void verbsThatAreNeededBothAreAskedForBoth() {
    assertThat(needed(cannot("patch"), cannot("create")))
        .isEqualTo(
            "needs verb \"patch\" on \"buckets.source.toolkit.fluxcd.io\" in namespace \"stock\""
                + " and verb \"create\" on \"buckets.source.toolkit.fluxcd.io\" in namespace"
                + " \"stock\"");
  }

  @Test
  void aVerbThatIsMissedTwiceIsAskedForOnce() {
    assertThat(needed(cannot("create"), cannot("create")))
        .isEqualTo(
            "needs verb \"create\" on \"buckets.source.toolkit.fluxcd.io\" in namespace"
                + " \"stock\"");
  }

  @Test
  void whatARoleDidNotRefuseInTheEndIsNotBlamedOnRoles() {
    assertThat(refused(cannot("patch"), new Reply.Refused(403, "Forbidden", "exceeded quota: x")))
        .startsWith("apiserver rejected reading the source CR \u2014 the payload violates")
        .endsWith("exceeded quota: x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "externalartifacts \"x\" is forbidden: exceeded quota: objects, used: 1, limited: 1",
        "admission webhook \"v.example\" denied the request: no",
        "\"x\" is forbidden: unable to create new content in namespace a because it is being"
            + " terminated",
        "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no"
      })
  void aRefusalThatNoRoleWouldHelpIsNotBlamedOnRoles(String words) {
    assertThat(refused(403, "Forbidden", words).message())
        .startsWith("apiserver rejected reading the source CR \u2014 the payload violates")
        .endsWith("retry won't help. " + words);
  }

  @Test
  void whatIsInvalidIsSaid() {
    assertThat(refused(422, "Invalid", "spec.x: Required").message())
        .isEqualTo(
            "apiserver rejected reading the source CR \u2014 the payload violates the CRD's"
                + " validation or an admission webhook's policy; retry won't help. spec.x:"
                + " Required");
  }

  @Test
  void aKindThatIsNotServedIsSaid() {
    assertThat(refused(404, "", "HTTP 404"))
        .isEqualTo(
            denied(
                "reading the source CR refers to a kind not registered with the apiserver \u2014"
                    + " install the corresponding CRD. HTTP 404"));
  }

  @Test
  void aVerbThatIsNotServedIsSaid() {
    assertThat(refused(405, "MethodNotAllowed", "no").message())
        .startsWith("apiserver does not support the requested verb on reading the source CR");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 408, 409, 429, 500, 503, 504})
  void whatMayPassIsTriedAgain(int code) {
    assertThat(refused(code, "", "later"))
        .isEqualTo(
            new Setback(
                Reason.SOURCE_FETCH_FAILED,
                "reading the source CR could not be completed: later",
                Retry.WITH_BACKOFF));
  }
}
