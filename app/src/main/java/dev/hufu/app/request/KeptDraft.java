package dev.hufu.app.request;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a matter holds in the store: the chat and the answers as they were given, and the names the
 * friend links use. Personal throughout.
 *
 * @param answers fact name to written value
 */
record KeptDraft(String chat, SortedMap<String, String> answers) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  KeptDraft {
    answers = new TreeMap<>(answers);
  }

  static KeptDraft parse(String json) {
    return MAPPER.readValue(json, KeptDraft.class);
  }

  String json() {
    return MAPPER.writeValueAsString(Map.of("chat", chat, "answers", answers));
  }

  @Override
  public String toString() {
    return "KeptDraft[" + answers.keySet() + "]";
  }
}
