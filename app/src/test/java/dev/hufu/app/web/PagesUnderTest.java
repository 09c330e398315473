package dev.hufu.app.web;

import dev.hufu.app.request.BegunPlans;
import dev.hufu.app.request.LoanGlance;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Verdict;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Every controller with its templates over {@link FakeDesks}; no server, no database. */
final class PagesUnderTest {

  static final String OWNER = "P-TEST0001";
  static final String EVIL = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">'\"";

  final FakeDesks desks = new FakeDesks();
  final MockMvc mvc;

  PagesUnderTest() {
    RequestForms forms =
        new RequestForms(
            desks.requests,
            images ->
                images.getFirst().length < 8
                    ? Outcome.refused(Code.IMAGE_BROKEN, "shot.png")
                    : Outcome.of("小王：能不能给我借1000块钱？\n我：你是谁"));
    PageSource pages = new PageSource(desks.requests);
    Templates templates = new Templates();
    Owners owners =
        request -> {
          String owner = request.getHeader("X-Owner");
          return owner == null ? OWNER : owner;
        };
    Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
    RandomGenerator random = RandomGenerator.getDefault();
    mvc =
        MockMvcBuilders.standaloneSetup(
                new DoorPages(pages, templates),
                new RequestPages(desks.requests, forms, pages, templates, owners, clock),
                new OneByOnePages(desks.requests, forms, pages, templates, owners, clock),
                new MatterPages(
                    desks.requests,
                    desks.friends,
                    desks.coolings,
                    desks.holds,
                    LoanGlance.NONE,
                    pages,
                    templates,
                    owners,
                    clock,
                    random),
                new FriendPages(desks.requests, desks.friends, pages, templates, owners, clock),
                new CoolingPages(desks.requests, desks.coolings, pages, templates, owners, clock),
                new CardPages(desks.requests, pages, templates, owners),
                new SettingsPages(desks.requests, BegunPlans.NONE, pages, templates, owners, clock))
            .addFilters(new PreferenceLinks())
            .defaultRequest(
                MockMvcRequestBuilders.get("/")
                    .requestAttr(
                        CsrfToken.class.getName(),
                        new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "form-token")))
            .build();
  }

  /** One matter of each verdict, kept under M-red, M-amber, M-green, M-unknown, and M-evil. */
  PagesUnderTest withMatters() {
    for (Verdict verdict : Verdict.values()) {
      TreeMap<String, String> answers = new TreeMap<>();
      answers.put("relation.accountAge", "0 d");
      answers.put("relation.usualMax", "300 yuan");
      desks.requests.keep(
          OWNER,
          Fixtures.matter(
              "M-" + verdict.id(),
              verdict == Verdict.UNKNOWN ? "" : Fixtures.CHAT_S1,
              answers,
              verdict,
              verdict == Verdict.AMBER ? 2 : 1));
    }
    TreeMap<String, String> words = new TreeMap<>();
    words.put("request.purpose", EVIL);
    desks.requests.keep(
        OWNER, Fixtures.matter("M-evil", "急事儿" + EVIL + "\n" + EVIL, words, Verdict.RED, 1));
    return this;
  }
}
