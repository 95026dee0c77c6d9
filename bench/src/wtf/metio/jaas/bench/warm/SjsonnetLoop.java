// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.warm;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import scala.collection.immutable.Map$;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import sjsonnet.DefaultParseCache;
import sjsonnet.Error;
import sjsonnet.Interpreter;
import sjsonnet.Renderer;
import sjsonnet.Settings;
import sjsonnet.Std;
import sjsonnet.Val;

/** sjsonnet. What it parsed is kept from render to render, what it evaluated is not. */
final class SjsonnetLoop {

  private static final int INDENT = 3;

  private final DefaultParseCache parsed = new DefaultParseCache();
  private final Val.Obj library = new Std().Std();
  private final SjsonnetFiles files;

  private SjsonnetLoop(RenderLoop loop) {
    files = new SjsonnetFiles(loop);
  }

  public static void main(String[] arguments) throws InterruptedException, IOException {
    var loop = new RenderLoop(arguments);
    var theirs = new SjsonnetLoop(loop);
    var source = Files.readString(Path.of(loop.main()));
    loop.run(() -> theirs.render(source, loop.main()));
  }

  private byte[] render(String source, String name) {
    var interpreter =
        new Interpreter(
            Map$.MODULE$.empty(),
            Map$.MODULE$.empty(),
            new SjsonnetFiles.Place("", true),
            files,
            parsed,
            new Settings(false, false, false, false, false, false),
            position -> BoxedUnit.UNIT,
            warning -> BoxedUnit.UNIT,
            library);
    var value = right(interpreter.evaluate(source, new SjsonnetFiles.Place(name, false)));
    var text = new StringWriter();
    right(interpreter.materialize(value, new Renderer(text, INDENT)));
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T right(Either<Error, T> either) {
    return either.getOrElse(
        () -> {
          throw new UncheckedIOException(new IOException(either.toString()));
        });
  }
}
