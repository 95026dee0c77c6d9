// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent of a JVM whose clock is wrong, for whoever asks in the way that this project does. */
public final class SkewedClock {

  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

  private SkewedClock() {}

  /**
   * What makes the clock of a JVM wrong.
   *
   * @param ahead of the true time
   */
  static String option(Path folder, Duration ahead) {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", SkewedClock.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    var jar = folder.resolve("skewed-clock-" + ahead.toSeconds() + ".jar");
    try (var stream = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      stream.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "-javaagent:" + jar + "=" + ahead.toSeconds();
  }

  /** Called by the JVM before anything else. */
  public static void premain(String seconds, Instrumentation jvm)
      throws UnmodifiableClassException {
    jvm.addTransformer(new Skew(Long.parseLong(seconds)), true);
    jvm.retransformClasses(Clock.class);
  }

  private record Skew(long seconds) implements ClassFileTransformer {

    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] bytes) {
      return name.equals("java/time/Clock") ? skewed(bytes) : bytes;
    }

    private byte[] skewed(byte[] bytes) {
      CodeTransform add =
          (code, element) -> {
            if (element instanceof ReturnInstruction) {
              code.loadConstant(seconds)
                  .invokevirtual(
                      INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
            }
            code.with(element);
          };
      var file = ClassFile.of();
      return file.transformClass(
          file.parse(bytes),
          ClassTransform.transformingMethodBodies(
              method -> method.methodName().equalsString("currentInstant"), add));
    }
  }
}
