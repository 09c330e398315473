package dev.hufu.app.web;

import dev.hufu.app.request.Question;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.request.ShotDesk;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What the one-page form and the one-question-a-screen form have in common. */
@Component
class RequestForms {

  private static final Reading NOTHING_READ =
      new Reading(List.of(), Facts.NONE, Detection.NOTHING, "none");

  private final RequestDesk desk;
  private final ShotDesk shots;

  RequestForms(RequestDesk desk, ShotDesk shots) {
    this.desk = desk;
    this.shots = shots;
  }

  SortedMap<String, FactType> types() {
    return desk.pack().facts();
  }

  /** Reads a chat; an empty one reads as nothing, for questions can be asked without it. */
  Outcome<Reading> read(String chat, Instant at) {
    return chat.isBlank() ? Outcome.of(NOTHING_READ) : desk.read(chat, at);
  }

  /** The words of the pictures after the words already there. Pictures are not kept. */
  Outcome<String> readShots(String chat, List<MultipartFile> files) {
    List<MultipartFile> sent = files.stream().filter(file -> !file.isEmpty()).toList();
    if (sent.size() > Limits.IMAGES_MAX) {
      return Outcome.refused(Code.IMAGE_TOO_MANY, String.valueOf(Limits.IMAGES_MAX));
    }
    for (MultipartFile file : sent) {
      if (file.getSize() > Limits.IMAGE_BYTES_MAX) {
        return Outcome.refused(Code.IMAGE_TOO_LARGE, file.getSize() / (1024 * 1024) + " MB");
      }
    }
    List<byte[]> images = new ArrayList<>();
    for (MultipartFile file : sent) {
      try {
        images.add(file.getBytes());
      } catch (IOException lost) {
        throw new UncheckedIOException(lost);
      }
    }
    return shots
        .read(images)
        .map(text -> chat.isBlank() ? text : chat.stripTrailing() + "\n" + text);
  }

  static boolean sent(List<MultipartFile> files) {
    return files.stream().anyMatch(file -> !file.isEmpty());
  }

  /** The questions that are asked first, as fields, in the order of the pack. */
  List<Field> leadFields(Reading reading, AnswerForm answers) {
    return questions(reading, answers).stream()
        .filter(Question::lead)
        .map(question -> answers.field(question.type(), reading.facts()))
        .toList();
  }

  List<RequestView.Group> groups(Reading reading, AnswerForm answers) {
    Map<String, Question> heads = new LinkedHashMap<>();
    Map<String, List<Field>> fields = new LinkedHashMap<>();
    for (Question question : questions(reading, answers)) {
      heads.putIfAbsent(question.group(), question);
      fields
          .computeIfAbsent(question.group(), _ -> new ArrayList<>())
          .add(answers.field(question.type(), reading.facts()));
    }
    return heads.values().stream()
        .map(
            head ->
                new RequestView.Group(
                    head.group(),
                    head.groupTitle(),
                    head.lead(),
                    fields.getOrDefault(head.group(), List.of())))
        .toList();
  }

  /** Refused answers, each a line that leads to its field. */
  static List<Problem> problems(AnswerForm answers) {
    return answers.problems().entrySet().stream()
        .map(wrong -> new Problem("f-" + wrong.getKey().replace('.', '-'), "", wrong.getValue()))
        .toList();
  }

  /** Where on the form a refusal belongs. */
  static Problem problem(Refusal refusal) {
    boolean image =
        switch (refusal.code()) {
          case IMAGE_TOO_LARGE, IMAGE_BROKEN, IMAGE_TYPE, IMAGE_TOO_MANY, IMAGE_NO_TEXT -> true;
          default -> false;
        };
    return Problem.of(image ? "shots" : "chat", refusal);
  }

  /** What could be read, or nothing where it was refused. */
  static Reading orNothing(Outcome<Reading> outcome) {
    return outcome.findValue().orElse(NOTHING_READ);
  }

  private List<Question> questions(Reading reading, AnswerForm answers) {
    return desk.questions(answers.facts(types(), reading.facts()), reading.detection());
  }
}
