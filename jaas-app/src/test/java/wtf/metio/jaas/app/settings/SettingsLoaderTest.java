// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.app.settings.SettingsLoader.Intent;

class SettingsLoaderTest {

  private static Settings settings(String... arguments) {
    return settings(Map.of(), arguments);
  }

  private static Settings settings(Map<String, String> environment, String... arguments) {
    var intent = SettingsLoader.load(List.of(arguments), environment);
    assertThat(intent).isInstanceOf(Intent.Serve.class);
    return ((Intent.Serve) intent).settings();
  }

  @Test
  void rangesThatSourcesMayBeFetchedFromAreWellWritten() {
    assertThat(
            problems(
                "--manifest-directory=x",
                "--storage-path=y",
                "--storage-base-url=z",
                "--source-allow-cidrs=127.0.0.0/8, ::1,10.0.0.0/33"))
        .containsExactly(
            "Invalid --source-allow-cidrs: must be ranges such as 127.0.0.0/8 with commas between,"
                + " got \"127.0.0.0/8, ::1,10.0.0.0/33\"");
  }

  private static List<String> problems(String... arguments) {
    return problems(Map.of(), arguments);
  }

  private static List<String> problems(Map<String, String> environment, String... arguments) {
    var intent = SettingsLoader.load(List.of(arguments), environment);
    assertThat(intent).isInstanceOf(Intent.Refuse.class);
    return ((Intent.Refuse) intent).problems();
  }

  @Test
  void withoutArgumentsEverythingIsAsDocumented() {
    var settings = settings();

    assertThat(settings.render())
        .isEqualTo(
            new RenderSettings(
                "127.0.0.1", 8080, "jsonnet", Duration.ofSeconds(10), Duration.ofSeconds(10)));
    assertThat(settings.management())
        .isEqualTo(
            new ManagementSettings(
                "127.0.0.1", 8081, Duration.ofSeconds(10), Duration.ofSeconds(10)));
    assertThat(settings.metrics()).isEqualTo(new MetricsSettings(true, "127.0.0.1", 8083, false));
    assertThat(settings.evaluation().limits().timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.evaluation().limits().maxStack()).isEqualTo(500);
    assertThat(settings.evaluation().maxConcurrent()).isGreaterThanOrEqualTo(16);
    assertThat(settings.evaluation().exposeDiagnostics()).isFalse();
    assertThat(settings.queue()).isEqualTo(new QueueSettings(256, Duration.ofSeconds(1)));
    assertThat(settings.lifecycle().shutdownDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.logging()).isEqualTo(new LoggingSettings("info", "json", false));
  }

  @Test
  void valuesFollowTheirFlagOrAnEqualsSign() {
    var settings = settings("--port", "9000", "--listen-address=", "--max-stack=0x10");

    assertThat(settings.render().port()).isEqualTo(9000);
    assertThat(settings.render().listenAddress()).isEmpty();
    assertThat(settings.evaluation().limits().maxStack()).isEqualTo(16);
  }

  @Test
  void theLastOfSeveralValuesWins() {
    assertThat(settings("--port", "9000", "--port", "9001").render().port()).isEqualTo(9001);
  }

  @Test
  void listsGrowWithEveryFlagAndAreNeverSplit() {
    assertThat(settings("--library-path", "a,b", "--library-path=c").snippets().libraryPaths())
        .containsExactly("a,b", "c");
  }

  @Test
  void aValueMayLookLikeAFlag() {
    assertThat(settings("--snippet", "--port").snippets().snippets()).containsExactly("--port");
  }

  @Test
  void zeroStackMeansTheUsualOne() {
    assertThat(settings("--max-stack", "0").evaluation().limits().maxStack()).isEqualTo(500);
  }

  @Test
  void metricsCanBeTurnedOffOrListenElsewhere() {
    assertThat(settings("--metrics-bind-address", "0").metrics().enabled()).isFalse();
    assertThat(settings("--metrics-bind-address", ":8083").metrics())
        .isEqualTo(new MetricsSettings(true, "", 8083, true));
    assertThat(settings("--metrics-bind-address", "[::1]:9").metrics())
        .isEqualTo(new MetricsSettings(true, "::1", 9, true));
  }

  @Test
  void theAddressOfMcpMattersOnlyIfItIsOn() {
    assertThat(settings("--mcp-bind-address", "nonsense")).isNotNull();
  }

  @Test
  void helpWinsOverEverything() {
    var intent = SettingsLoader.load(List.of("--nonsense", "--help", "--version"), Map.of());

    assertThat(intent).isInstanceOf(Intent.ShowUsage.class);
    assertThat(((Intent.ShowUsage) intent).text())
        .contains("--evaluation-timeout duration", "--version", "(default 5s)");
    assertThat(SettingsLoader.load(List.of("-h"), Map.of())).isInstanceOf(Intent.ShowUsage.class);
  }

  @Test
  void versionComesBeforeEveryCheckButThatOfTheCommandLine() {
    assertThat(SettingsLoader.load(List.of("--port", "0", "--version"), Map.of("JAAS_PORT", "x")))
        .isInstanceOf(Intent.ShowVersion.class);
    assertThat(problems("--version", "--nonsense")).containsExactly("unknown flag --nonsense");
  }

  @Test
  void mcpIsNotThereYet() {
    assertThat(problems("mcp", "--library-path", "x"))
        .containsExactly("mcp: the MCP server is not there yet in this version");
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, --port", "--max_stack, --max-stack", "--evaluation-timout, --evaluation-timeout",
    "-port, --port", "--library-paths, --library-path", "--Log-level, --log-level"
  })
  void anUnknownFlagNamesTheNearest(String written, String meant) {
    assertThat(problems(written))
        .containsExactly("unknown flag " + written + "; did you mean " + meant + "?");
  }

  @Test
  void theValueOfAnUnknownFlagIsNoSecondMistake() {
    assertThat(problems("--prot", "8080"))
        .containsExactly("unknown flag --prot; did you mean --port?");
    assertThat(problems("--prot=8080"))
        .containsExactly("unknown flag --prot; did you mean --port?");
  }

  @Test
  void argumentsThatAreNoFlagsAreRefused() {
    assertThat(problems("serve"))
        .containsExactly("unexpected argument \"serve\"; there are flags only");
    assertThat(problems("--", "--port"))
        .containsExactly("unexpected argument \"--port\"; there are flags only");
  }

  @Test
  void aTruthThatIsWrittenApartIsExplained() {
    assertThat(problems("--leader-election", "false"))
        .containsExactly(
            "unexpected argument \"false\"; a value for --leader-election is written"
                + " --leader-election=false");
  }

  @Test
  void aFlagAtTheEndLacksItsValue() {
    assertThat(problems("--read-timeout"))
        .containsExactly(
            "--read-timeout needs a value: it must be a duration such as 5s, 250ms or 1m30s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--max-stack=abc | --max-stack must be an integer, got \"abc\"",
        "--max-stack=9223372036854775807 | --max-stack must be an integer, got"
            + " \"9223372036854775807\"",
        "--max-artifact-bytes=1.5 | --max-artifact-bytes must be an integer, got \"1.5\"",
        "--s3-use-ssl=maybe | --s3-use-ssl must be true or false, got \"maybe\"",
        "--tracing-sample-ratio=NaN | --tracing-sample-ratio must be a number, got \"NaN\"",
        "--read-timeout=5 | --read-timeout must be a duration such as 5s, 250ms or 1m30s, got \"5\""
      })
  void aValueThatIsNoneNamesItsFlag(String argument, String problem) {
    assertThat(problems(argument)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--max-stack=-1 | --max-stack must be >= 0, got -1",
        "--max-concurrent-evals=-2 | --max-concurrent-evals must be >= 0, got -2",
        "--rerender-burst=-3 | --rerender-burst must be >= 0, got -3",
        "--max-artifact-bytes=-4 | --max-artifact-bytes must be >= 0, got -4",
        "--max-steps=-1 | --max-steps must be >= 0, got -1",
        "--max-queued-evals=-1 | --max-queued-evals must be >= 0, got -1",
        "--queue-timeout=-1s | --queue-timeout must be >= 0, got -1s",
        "--max-source-bytes=0 | --max-source-bytes must be >= 1, got 0",
        "--max-output-bytes=0 | --max-output-bytes must be >= 1, got 0",
        "--port=0 | --port must be an integer in 1..65535, got \"0\"",
        "--port=+8080 | --port must be an integer in 1..65535, got \"+8080\"",
        "--port= | --port must be an integer in 1..65535, got \"\"",
        "--management-port=65536 | --management-port must be an integer in 1..65535, got \"65536\"",
        "--storage-port=http | --storage-port must be an integer in 1..65535, got \"http\"",
        "--webhook-port=70000 | --webhook-port must be in 1..65535, got 70000",
        "--metrics-bind-address= | --metrics-bind-address must be a host:port address (e.g."
            + " \":8083\"), got \"\"",
        "--metrics-bind-address=8083 | --metrics-bind-address must be a host:port address (e.g."
            + " \":8083\"), got \"8083\"",
        "--metrics-bind-address=::1:80 | --metrics-bind-address must be a host:port address (e.g."
            + " \":8083\"), got \"::1:80\"",
        "--metrics-bind-address=:x | --metrics-bind-address port must be an integer in 1..65535,"
            + " got \":x\"",
        "--metrics-bind-address=a:0 | --metrics-bind-address port must be an integer in 1..65535,"
            + " got \"a:0\"",
        "--jsonnet-endpoint-path=a/b | --jsonnet-endpoint-path must be a single non-empty path"
            + " segment matching [A-Za-z0-9._-], got \"a/b\"",
        "--jsonnet-endpoint-path= | --jsonnet-endpoint-path must be a single non-empty path segment"
            + " matching [A-Za-z0-9._-], got \"\"",
        "--write-timeout=-1s | --write-timeout must be >= 0, got -1s",
        "--read-timeout=-1ms | --read-timeout must be >= 0, got -1ms",
        "--management-write-timeout=-90s | --management-write-timeout must be >= 0, got -1m30s",
        "--management-read-timeout=-1h | --management-read-timeout must be >= 0, got -1h0m0s",
        "--evaluation-timeout=-5s | --evaluation-timeout must be >= 0, got -5s",
        "--shutdown-delay=-1s | --shutdown-delay must be >= 0, got -1s",
        "--max-withdraw-wait=-1s | --max-withdraw-wait must be >= 0, got -1s",
        "--artifact-gc-grace=-1s | --artifact-gc-grace must be >= 0, got -1s",
        "--storage-read-timeout=-1s | --storage-read-timeout must be >= 0, got -1s",
        "--storage-write-timeout=-1s | --storage-write-timeout must be >= 0, got -1s",
        "--storage-sweep-interval=-1s | --storage-sweep-interval must be >= 0, got -1s",
        "--storage-sweep-max-tmp-age=-1s | --storage-sweep-max-tmp-age must be >= 0, got -1s",
        "--webhook-cert-validity=-1s | --webhook-cert-validity must be >= 0, got -1s",
        "--tracing-sample-ratio=1.5 | --tracing-sample-ratio must be in 0.0..1.0, got 1.5",
        "--tracing-sample-ratio=-1 | --tracing-sample-ratio must be in 0.0..1.0, got -1",
        "--log-level=INFO | --log-level must be one of [debug info warn error], got \"INFO\"",
        "--log-format=xml | --log-format must be one of [json text], got \"xml\"",
        "--webhook-cert-mode=x | --webhook-cert-mode must be one of [cert-manager self-signed], got"
            + " \"x\"",
        "--storage-backend=ftp | --storage-backend must be one of [local s3], got \"ftp\"",
        "--s3-path-style=no | --s3-path-style must be one of [auto true false], got \"no\"",
        "--s3-checksum=sha1 | --s3-checksum must be one of [md5 crc32 none], got \"sha1\"",
        "--s3-endpoint=https://a | --s3-endpoint must be host[:port] without a scheme, got"
            + " \"https://a\"",
        "--s3-endpoint=a/b | --s3-endpoint must be host[:port] without a scheme, got \"a/b\"",
        "--s3-endpoint=a_b:9 | --s3-endpoint must be host[:port] without a scheme, got \"a_b:9\"",
        "--s3-access-key=a | --s3-access-key and --s3-secret-key go together",
        "--s3-secret-key=a | --s3-access-key and --s3-secret-key go together",
        "--jsonnet-engine=go | --jsonnet-engine must be one of [jaas sjsonnet], got \"go\"",
        "--ext-var=novalue | Invalid --ext-var: ext-var \"novalue\": missing '='",
        "--ext-var==value | Invalid --ext-var: ext-var \"=value\": empty key",
        "--enable-webhook=false --enable-mcp=false | ",
      })
  void aValueOutOfItsRangeIsToldInTheWordsOfTheReference(String arguments, String problem) {
    if (problem == null) {
      assertThat(settings(arguments.split(" "))).isNotNull();
    } else {
      assertThat(problems(arguments)).containsExactly(problem);
    }
  }

  @Test
  void partsNeedEachOther() {
    assertThat(problems("--enable-webhook", "--enable-mcp"))
        .containsExactly(
            "--enable-webhook requires --enable-flux-integration",
            "--enable-mcp requires --enable-flux-integration",
            "--enable-webhook: the admission webhook is not there yet in this version",
            "--enable-mcp: the MCP server is not there yet in this version");
    assertThat(problems("--mcp-allow-mutations"))
        .containsExactly("--mcp-allow-mutations requires --enable-mcp");
  }

  @Test
  void theOperatorIsCheckedWithItsParts() {
    assertThat(
            problems(
                "--enable-flux-integration",
                "--rerender-rate=often",
                "--rerender-burst=0",
                "--enable-webhook",
                "--webhook-cert-mode=self-signed"))
        .containsExactly(
            "Invalid --rerender-rate: must be NUMBER/PERIOD such as 60/min, got \"often\"",
            "Invalid --rerender-burst: must be >= 1, got 0",
            "Invalid --storage-base-url: required when --enable-flux-integration is set",
            "Invalid --storage-path: required when --storage-backend=local",
            "Invalid --webhook-validating-config-name: required when"
                + " --webhook-cert-mode=self-signed",
            "--enable-webhook: the admission webhook is not there yet in this version");
    assertThat(
            problems("--enable-flux-integration", "--storage-base-url=x", "--storage-backend=s3"))
        .containsExactly(
            "Invalid S3 config: --s3-endpoint and --s3-bucket are required when"
                + " --storage-backend=s3");
  }

  @ParameterizedTest
  @CsvSource({"60/min", "0/s", "1.5/HOUR", "' 2 / hr '", "3/seconds", "4/m"})
  void ratesMayBeWrittenInSeveralWays(String rate) {
    var settings =
        settings(
            "--enable-flux-integration",
            "--leader-election=false",
            "--storage-base-url=x",
            "--storage-path=y",
            "--rerender-rate=" + rate);

    assertThat(settings.operator().enabled()).isTrue();
  }

  @Test
  void theOperatorHasItsSettings() {
    var settings =
        settings(
            "--enable-flux-integration",
            "--storage-base-url=x",
            "--storage-path=y",
            "--watch-namespaces= a, ,b,a",
            "--max-withdraw-wait=0",
            "--state-path=/cache",
            "--leader-election-namespace=jaas-system");

    var operator = settings.operator();
    assertThat(operator.namespaces()).containsExactly("a", "b");
    assertThat(operator.maxWithdrawWait()).isEqualTo(Duration.ofHours(1));
    assertThat(operator.cachePath()).isEqualTo("/cache");
    assertThat(operator.election())
        .isEqualTo(new OperatorSettings.Election(true, "jaas-operator", "jaas-system"));
    assertThat(settings.metrics()).isEqualTo(new MetricsSettings(true, "", 8083, true));
  }

  @Test
  void thePodSaysWhereTheLeaseIs() {
    String[] arguments = {"--enable-flux-integration", "--storage-base-url=x", "--storage-path=y"};
    var intent = SettingsLoader.load(List.of(arguments), Map.of("POD_NAMESPACE", "here"));

    assertThat(((Intent.Serve) intent).settings().operator().election().namespace())
        .isEqualTo("here");
    assertThat(problems(arguments))
        .containsExactly(
            "Invalid --leader-election-namespace: required outside of a cluster; with a single"
                + " replica --leader-election=false does as well");
  }

  @Test
  void snippetsComeThroughOneDoor() {
    assertThat(
            problems(
                "--enable-flux-integration",
                "--manifest-directory=m",
                "--storage-base-url=x",
                "--storage-path=y"))
        .containsExactly(
            "--enable-flux-integration and --manifest-directory exclude each other: snippets come"
                + " from a cluster or from a folder");
  }

  @Test
  void theEnvironmentGivesWhatTheCommandLineDoesNot() {
    var environment =
        Map.of("JAAS_PORT", "9000", "JAAS_MANAGEMENT_PORT", "9001", "JAAS_LIBRARY_PATH", "a\nb\n");
    var settings = settings(environment, "--management-port", "9002");

    assertThat(settings.render().port()).isEqualTo(9000);
    assertThat(settings.management().port()).isEqualTo(9002);
    assertThat(settings.snippets().libraryPaths()).containsExactly("a", "b");
  }

  @Test
  void addressesOfServicesAndUnknownVariablesAreNoSettings() {
    var environment =
        Map.of(
            "JAAS_PORT", "tcp://10.0.0.7:8080",
            "JAAS_SERVICE_HOST", "10.0.0.7",
            "JAAS_LOG_LEVEL", "",
            "JAAS_VERSION", "1.2.3",
            "JAAS_EXT_VAR_EXT_VAR", "x");

    assertThat(settings(environment).render().port()).isEqualTo(8080);
  }

  @Test
  void aWrongVariableIsNamed() {
    assertThat(problems(Map.of("JAAS_MAX_STACK", "deep")))
        .containsExactly("JAAS_MAX_STACK must be an integer, got \"deep\"");
  }

  @Test
  void externalVariablesComeFromTheEnvironmentAndFromFlags() {
    var environment =
        Map.of("JAAS_EXT_VAR_a", "env", "JAAS_EXT_VAR_b", "env", "JAAS_EXT_VAR_", "x");
    var variables = settings(environment, "--ext-var", "b=flag", "--ext-var=c=1=2", "--ext-var=d=");

    assertThat(variables.externalVariables().byName())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "env", "b", "flag", "c", "1=2", "d", "", "", "x"));
  }

  @Test
  void valuesOfExternalVariablesDoNotShow() {
    assertThat(settings("--ext-var", "password=hunter2").toString())
        .contains("password")
        .doesNotContain("hunter2");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInOrder() {
    assertThat(
            problems(
                Map.of("JAAS_MAX_STEPS", "many"),
                "--ext-var=x",
                "--storage-backend=ftp",
                "--tracing-sample-ratio=2",
                "--evaluation-timeout=-1s",
                "--port=x",
                "--max-stack=-1",
                "--mcp-allow-mutations",
                "--nonsense"))
        .containsExactly(
            "unknown flag --nonsense",
            "JAAS_MAX_STEPS must be an integer, got \"many\"",
            "--mcp-allow-mutations requires --enable-mcp",
            "--max-stack must be >= 0, got -1",
            "--port must be an integer in 1..65535, got \"x\"",
            "--evaluation-timeout must be >= 0, got -1s",
            "--tracing-sample-ratio must be in 0.0..1.0, got 2",
            "--storage-backend must be one of [local s3], got \"ftp\"",
            "Invalid --ext-var: ext-var \"x\": missing '='");
  }

  @Test
  void twoServersCannotShareAnAddress() {
    assertThat(problems("--port=8081"))
        .containsExactly("--port and --management-port are both 8081 on 127.0.0.1");
    assertThat(problems("--port=9000", "--metrics-bind-address=127.0.0.1:9000"))
        .containsExactly("--port and --metrics-bind-address are both 9000 on 127.0.0.1");
    assertThat(settings("--port=8081", "--listen-address=127.0.0.2")).isNotNull();
  }

  @Test
  void nobodyAskedForTheUsualAddressOfMetrics() {
    assertThat(settings("--port=8083").metrics().essential()).isFalse();
  }

  @Test
  void aSecretThatSpillsIsNotShown() {
    assertThat(problems("--s3-secret-key=hunter2", "hunter3").toString())
        .contains("unexpected argument after --s3-secret-key")
        .doesNotContain("hunter");
  }
}
