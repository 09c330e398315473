package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.money.Fen;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries of a case as they are kept: {@code {"what": "happened", "event": "stop-placed", "at":
 * "2022-10-14T04:40:00Z"}}. What was written once can always be read again.
 */
public final class CaseEntryJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private CaseEntryJson() {}

  public static String write(CaseEntry entry) {
    ObjectNode json = MAPPER.createObjectNode();
    switch (entry) {
      case CaseEntry.Opened(var plan) -> json.put("what", "opened").put("plan", plan);
      case CaseEntry.Told(var facts) -> {
        ObjectNode told = json.put("what", "told").putObject("facts");
        facts.forEach(told::put);
      }
      case CaseEntry.Paid(var payment) -> paid(json.put("what", "paid"), payment);
      case CaseEntry.PaidNot(var number) -> json.put("what", "paid-not").put("payment", number);
      case CaseEntry.Happened(var event, var at) ->
          json.put("what", "happened").put("event", event).put("at", at.toString());
      case CaseEntry.HappenedNot(var event) -> json.put("what", "happened-not").put("event", event);
      case CaseEntry.Ticked(var task, var done) ->
          json.put("what", "ticked").put("task", task).put("done", done);
      case CaseEntry.Answered(var list, var item, var answer) ->
          json.put("what", "answered").put("list", list).put("item", item).put("answer", answer);
      case CaseEntry.Edited(var paper, var lang, var edited) ->
          json.put("what", "edited").put("paper", paper).put("lang", lang).put("text", edited);
      case CaseEntry.Judged(var rows, var mark) -> {
        ArrayNode judged = json.put("what", "judged").put("mark", mark).putArray("rows");
        rows.forEach(judged::add);
      }
    }
    return json.toString();
  }

  private static void paid(ObjectNode json, Payment payment) {
    json.put("fen", payment.sum().fen());
    payment.at().ifPresent(at -> json.put("at", at.toString()));
    payment.from().ifPresent(from -> json.put("from", from));
    payment.payee().ifPresent(payee -> json.put("payee", payee));
    payment.account().ifPresent(account -> json.put("account", account));
    payment.bank().ifPresent(bank -> json.put("bank", bank));
  }

  /** The inverse of {@link #write}; anything else is a bug of the program and throws. */
  public static CaseEntry read(String text) {
    JsonNode json = MAPPER.readTree(text);
    return switch (json.get("what").asString()) {
      case "opened" -> new CaseEntry.Opened(json.get("plan").asString());
      case "told" -> {
        TreeMap<String, String> facts = new TreeMap<>();
        json.get("facts").properties().forEach(f -> facts.put(f.getKey(), f.getValue().asString()));
        yield new CaseEntry.Told(facts);
      }
      case "paid" ->
          new CaseEntry.Paid(
              new Payment(
                  new Fen(json.get("fen").asLong()),
                  find(json, "at").map(Instant::parse),
                  find(json, "from"),
                  find(json, "payee"),
                  find(json, "account"),
                  find(json, "bank")));
      case "paid-not" -> new CaseEntry.PaidNot(json.get("payment").asInt());
      case "happened" ->
          new CaseEntry.Happened(
              json.get("event").asString(), Instant.parse(json.get("at").asString()));
      case "happened-not" -> new CaseEntry.HappenedNot(json.get("event").asString());
      case "ticked" ->
          new CaseEntry.Ticked(json.get("task").asString(), json.get("done").asBoolean());
      case "answered" ->
          new CaseEntry.Answered(
              json.get("list").asString(),
              json.get("item").asString(),
              json.get("answer").asString());
      case "edited" ->
          new CaseEntry.Edited(
              json.get("paper").asString(),
              json.get("lang").asString(),
              json.get("text").asString());
      case "judged" ->
          new CaseEntry.Judged(
              json.get("rows").valueStream().map(JsonNode::asString).toList(),
              json.get("mark").asString());
      default -> throw new IllegalArgumentException("no such entry: " + text);
    };
  }

  private static Optional<String> find(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name)).map(JsonNode::asString);
  }
}
