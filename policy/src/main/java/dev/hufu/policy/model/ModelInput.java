package dev.hufu.policy.model;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ModelOutput} wrote and trusts none of it. */
final class ModelInput {

  /** Said of anything that no writer would have written. */
  private static final class BrokenModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenModelException(String what) {
      super(what, null, false, false);
    }
  }

  /** What a node takes at least. */
  private static final int NODE_BYTES = Integer.BYTES + 2 * Double.BYTES;

  private final ByteBuffer in;

  ModelInput(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  Outcome<ScoreModel> read() {
    try {
      String plan = text();
      int size = count(Limits.MODEL_INPUTS_MAX, Integer.BYTES);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        names.add(text());
      }
      ScoreModel model = body(new ModelInputs(names, plan), true);
      if (in.hasRemaining()) {
        throw new BrokenModelException(in.remaining() + " bytes behind the end");
      }
      return Outcome.of(model);
    } catch (BufferUnderflowException early) {
      return Outcome.refused(Code.MODEL_DAMAGED, "ends too early");
    } catch (BrokenModelException | IllegalArgumentException broken) {
      return Outcome.refused(Code.MODEL_DAMAGED, String.valueOf(broken.getMessage()));
    }
  }

  private int count(int most, int bytesEach) {
    int count = in.getInt();
    if (count < 1 || count > most || (long) count * bytesEach > in.remaining()) {
      throw new BrokenModelException("a count of " + count);
    }
    return count;
  }

  private String text() {
    byte[] utf8 = new byte[count(Limits.MODEL_NAME_BYTES_MAX, 1)];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private ScoreModel body(ModelInputs inputs, boolean outermost) {
    int kind = in.getInt();
    return switch (kind) {
      case ModelOutput.TREES -> trees(inputs);
      case ModelOutput.LOGISTIC -> logistic(inputs);
      case ModelOutput.BLEND -> {
        if (!outermost) {
          throw new BrokenModelException("a blend in a blend");
        }
        yield blend(inputs);
      }
      default -> throw new BrokenModelException("kind " + kind);
    };
  }

  private Trees trees(ModelInputs inputs) {
    int[] roots = new int[count(Limits.MODEL_TREES_MAX, NODE_BYTES) + 1];
    for (int tree = 1; tree < roots.length; tree++) {
      roots[tree] = Math.addExact(roots[tree - 1], count(Limits.MODEL_NODES_MAX, NODE_BYTES));
      if ((long) roots[tree] * NODE_BYTES > in.remaining()) {
        throw new BrokenModelException(roots[tree] + " nodes");
      }
    }
    TreeLayout layout = new TreeLayout(roots);
    for (int node = 0; node < layout.input.length; node++) {
      layout.input[node] = in.getInt();
      layout.number[node] = in.getDouble();
      layout.cover[node] = in.getDouble();
      if (layout.input[node] != TreeLayout.LEAF) {
        layout.missingLow[node] = in.get() != 0;
        layout.low[node] = in.getInt();
      }
    }
    layout
        .problem(inputs.size())
        .ifPresent(
            problem -> {
              throw new BrokenModelException(problem);
            });
    return new Trees(inputs, layout);
  }

  private Logistic logistic(ModelInputs inputs) {
    double bias = in.getDouble();
    Logistic.Term[] terms = new Logistic.Term[inputs.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] =
          new Logistic.Term(
              in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    }
    return new Logistic(inputs, bias, terms);
  }

  private Blend blend(ModelInputs inputs) {
    double bias = in.getDouble();
    int size = count(Limits.MODEL_PARTS_MAX, Double.BYTES);
    List<Blend.Part> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      parts.add(new Blend.Part(in.getDouble(), body(inputs, false)));
    }
    return new Blend(bias, parts);
  }
}
