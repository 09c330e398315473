package dev.hufu.policy.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a model; {@link ModelInput} reads it. Numbers lie with their highest byte first. */
final class ModelOutput {

  static final int TREES = 1;
  static final int LOGISTIC = 2;
  static final int BLEND = 3;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  void model(ScoreModel model) {
    try {
      text(model.inputs().plan());
      out.writeInt(model.inputs().size());
      for (String name : model.inputs().names()) {
        text(name);
      }
      body(model);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private void body(ScoreModel model) throws IOException {
    switch (model) {
      case Trees trees -> {
        out.writeInt(TREES);
        trees(trees.layout());
      }
      case Logistic logistic -> {
        out.writeInt(LOGISTIC);
        out.writeDouble(logistic.base());
        for (int i = 0; i < logistic.inputs().size(); i++) {
          Logistic.Term term = logistic.term(i);
          out.writeDouble(term.weight());
          out.writeDouble(term.mean());
          out.writeDouble(term.spread());
          out.writeDouble(term.reach());
          out.writeDouble(term.missing());
        }
      }
      case Blend blend -> {
        out.writeInt(BLEND);
        out.writeDouble(blend.bias());
        out.writeInt(blend.parts().size());
        for (Blend.Part part : blend.parts()) {
          out.writeDouble(part.weight());
          body(part.model());
        }
      }
    }
  }

  private void trees(TreeLayout layout) throws IOException {
    out.writeInt(layout.trees());
    for (int tree = 0; tree < layout.trees(); tree++) {
      out.writeInt(layout.roots[tree + 1] - layout.roots[tree]);
    }
    for (int node = 0; node < layout.input.length; node++) {
      out.writeInt(layout.input[node]);
      out.writeDouble(layout.number[node]);
      out.writeDouble(layout.cover[node]);
      if (layout.input[node] != TreeLayout.LEAF) {
        out.writeBoolean(layout.missingLow[node]);
        out.writeInt(layout.low[node]);
      }
    }
  }
}
