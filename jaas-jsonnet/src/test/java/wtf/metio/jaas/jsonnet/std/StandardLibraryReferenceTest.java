// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandardLibraryReferenceTest {

  /** A member that each file has its own value of, so that it is not in the library. */
  private static final String THIS_FILE = "thisFile";

  /** What {@code std.objectFieldsAll(std)} yields in go-jsonnet v0.22.0. */
  private static final List<String> REFERENCE =
      List.of(
          """
          $flatMapArray $objectFlatMerge __array_greater __array_greater_or_equal __array_less
          __array_less_or_equal __compare __compare_array abs acos all any asciiLower asciiUpper
          asin assertEqual atan atan2 avg base64 base64Decode base64DecodeBytes ceil char clamp
          codepoint contains cos count decodeUTF8 deepJoin deg2rad encodeUTF8 endsWith equals
          equalsIgnoreCase escapeStringBash escapeStringDollars escapeStringJson
          escapeStringPython escapeStringXML exp exponent extVar filter filterMap find findSubstr
          flatMap flattenArrays flattenDeepArray floor foldl foldr format get hypot id isArray
          isBoolean isDecimal isEmpty isEven isFunction isInteger isNull isNumber isObject isOdd
          isString join length lines log log10 log2 lstripChars makeArray manifestIni manifestJson
          manifestJsonEx manifestJsonMinified manifestPython manifestPythonVars manifestToml
          manifestTomlEx manifestXmlJsonml manifestYamlDoc manifestYamlStream mantissa map
          mapWithIndex mapWithKey max maxArray md5 member mergePatch min minArray mod modulo native
          objectFields objectFieldsAll objectFieldsEx objectHas objectHasAll objectHasEx
          objectKeysValues objectKeysValuesAll objectRemoveKey objectValues objectValuesAll
          parseHex parseInt parseJson parseOctal parseYaml pi pow primitiveEquals prune rad2deg
          range remove removeAt repeat resolvePath reverse round rstripChars set setDiff setInter
          setMember setUnion sha1 sha256 sha3 sha512 sign sin slice sort split splitLimit
          splitLimitR sqrt startsWith strReplace stringChars stripChars substr sum tan thisFile
          toString trace trim type uniq xnor xor
          """
              .strip()
              .split("\\s+"));

  private static final Path PAGE = Path.of("..", "docs", "reference", "std.md");

  @Test
  void theLibraryHasTheMembersOfTheReferenceAndNoOthers() {
    assertThat(REFERENCE).hasSize(164);
    assertThat(StandardLibrary.INSTANCE.names())
        .containsExactlyInAnyOrderElementsOf(
            REFERENCE.stream().filter(name -> !name.equals(THIS_FILE)).toList());
  }

  @Test
  void everyMemberIsDescribedOnce() {
    assertThat(ReferencePage.described()).containsExactlyInAnyOrderElementsOf(REFERENCE);
  }

  @Test
  void everyDescriptionIsASentence() {
    for (var section : ReferencePage.descriptions().values()) {
      assertThat(section.values()).allMatch(text -> text.matches("(?s)[^a-z ].{4,}\\."));
    }
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    var text = ReferencePage.text();
    if (System.getProperty("reference.update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, text);
      fail("The page was written anew; run again without -Dreference.update.");
    }
    assertThat(PAGE).hasContent(text);
  }
}
