package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.policy.model.ScoreModel;
import dev.hufu.policy.pack.EventModel;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.FeatureRow;
import dev.hufu.policy.yaml.Branch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code models.yaml} and the files it names. A model that is damaged, another than the one
 * meant, or trained for other features is a problem at its place.
 */
final class ModelsReader {

  /** The part of a model file that scores. */
  private static final String PART = "model";

  private final EventTypes types;
  private final FeaturePlan plan;
  private final ZoneId zone;
  private final PackFiles files;
  private final Problems problems;

  ModelsReader(
      EventTypes types, FeaturePlan plan, ZoneId zone, PackFiles files, Problems problems) {
    this.types = types;
    this.plan = plan;
    this.zone = zone;
    this.files = files;
    this.problems = problems;
  }

  List<EventModel> read(Branch file) {
    Set<String> seen = new HashSet<>();
    List<EventModel> models = new ArrayList<>();
    for (Branch branch : file.list("models")) {
      if (!seen.add(branch.text("id"))) {
        problems.add(branch.get("id"), "the model " + branch.text("id") + " stands here twice");
      } else {
        type(branch).flatMap(type -> model(branch, type)).ifPresent(models::add);
      }
    }
    return models;
  }

  private Optional<EventType> type(Branch branch) {
    Optional<EventType> type = types.find(branch.text("on"));
    if (type.isEmpty()) {
      problems.add(branch.get("on"), "no such event: " + branch.text("on"));
    }
    return type;
  }

  private Optional<EventModel> model(Branch branch, EventType type) {
    for (Branch name : branch.list("features")) {
      if (FeatureRow.missing(EventPolicy.columns(plan, type), List.of(name.text())).isPresent()) {
        problems.add(name, "no number at " + type.name() + ": " + name.text());
        return Optional.empty();
      }
    }
    FeatureRow row = FeatureRow.of(plan, type, zone, branch.texts("features"));
    return file(branch)
        .flatMap(
            file ->
                told(
                        branch,
                        file.part(PART)
                            .then(ScoreModel::read)
                            .then(model -> model.servingFor(row.inputs())))
                    .map(
                        model ->
                            new EventModel(
                                branch.text("id"), type.name(), file.digest(), row, model)));
  }

  private Optional<ModelFile> file(Branch branch) {
    String text = files.texts().get(branch.text("file"));
    if (text == null) {
      problems.add(branch.get("file"), "the pack has no " + branch.text("file"));
      return Optional.empty();
    }
    Optional<ModelFile> file = told(branch, decoded(text).then(ModelFile::read));
    String meant = branch.text("digest");
    if (file.isPresent() && !meant.equals("sha256:" + file.get().digest().hex())) {
      problems.add(
          branch.get("digest"), "another model lies there: sha256:" + file.get().digest().hex());
      return Optional.empty();
    }
    return file;
  }

  private static Outcome<byte[]> decoded(String text) {
    try {
      return Outcome.of(Base64.getDecoder().decode(text.strip()));
    } catch (IllegalArgumentException broken) {
      return Outcome.refused(Code.MODEL_DAMAGED, "base 64");
    }
  }

  private <T> Optional<T> told(Branch branch, Outcome<T> outcome) {
    outcome
        .findRefusal()
        .ifPresent(refusal -> problems.add(branch.get(place(refusal)), text(refusal)));
    return outcome.findValue();
  }

  private static String place(Refusal refusal) {
    return refusal.code() == Code.MODEL_OTHER ? "features" : "file";
  }

  private static String text(Refusal refusal) {
    return refusal.code().id() + ": " + refusal.wording().en();
  }
}
