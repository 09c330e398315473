package dev.hufu.app.cli;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.load.CardFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the card a command is given: a YAML file, or a model file that holds one. */
final class Cards {

  /** The part of a model that is its card. */
  static final String PART = "card.yaml";

  private Cards() {}

  static Outcome<Scorecard> read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > Limits.MODEL_BYTES_MAX) {
        return Outcome.refused(Code.CARD_BROKEN, "> " + Limits.MODEL_BYTES_MAX);
      }
      byte[] bytes = Files.readAllBytes(file);
      Outcome<ModelFile> model = ModelFile.read(bytes);
      boolean noModel = model.findRefusal().filter(r -> r.code() == Code.MODEL_NONE).isPresent();
      return noModel
          ? CardFile.read(name, new String(bytes, StandardCharsets.UTF_8))
          : model
              .then(read -> read.part(PART))
              .then(part -> CardFile.read(PART, new String(part, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, name);
    }
  }
}
