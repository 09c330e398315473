package dev.hufu.app.history;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.backtest.Otherwise;
import dev.hufu.policy.event.EventDecision;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The line of an event that a pack in the shadow decides otherwise:
 *
 * <pre>{"event":"t1","type":"transfer","at":1795262400000,"kind":"verdict",
 * "live":{"verdict":"amber","risk":0.55,"leading":"probe-then-large",
 * "typologies":{"probe-then-large":0.55},"fired":["tr-probe-then-large"]},"shadow":{…}}</pre>
 *
 * One side is not there where that pack did not decide upon the event.
 */
public final class ShadowLine {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ShadowLine() {}

  /** The line without its end. */
  public static String of(EventValues event, Otherwise found) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("event", event.id())
        .put("type", event.type().name())
        .put("at", event.at())
        .put("kind", found.kind().id());
    found.before().ifPresent(decision -> json.set("live", side(decision)));
    found.now().ifPresent(decision -> json.set("shadow", side(decision)));
    return json.toString();
  }

  private static ObjectNode side(EventDecision decision) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("verdict", decision.verdict().id()).put("risk", decision.risk() / 10_000.0);
    decision.leading().ifPresent(leading -> json.put("leading", leading));
    ObjectNode scores = json.putObject("typologies");
    decision.typologies().forEach(score -> scores.put(score.typology(), score.score() / 10_000.0));
    decision.fired().forEach(json.putArray("fired")::add);
    return json;
  }
}
