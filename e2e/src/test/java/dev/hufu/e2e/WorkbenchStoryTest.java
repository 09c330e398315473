package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goal: two people take a changed weight live and back in a browser. Method: a house of its own,
 * since what is live there decides for everyone; pages are looked at on the way.
 */
@ExtendWith(Outside.Shared.class)
class WorkbenchStoryTest {

  private final Outside outside;
  private final List<String> found = new ArrayList<>();

  WorkbenchStoryTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void oneWritesAnotherPublishesAnyoneGoesBack() {
    try (House house = House.open(Outside.fresh("workbench"));
        Visitor author = visit(house);
        Visitor colleague = visit(house)) {
      author.go(house.signIn().getPath() + "?" + house.signIn().getQuery());
      author.press("进入").go("/settings/team");
      author.type("#colleague", "李敏").press("生成链接");

      URI link = URI.create(author.text(".say__text .mono").strip());
      colleague.go(link.getPath() + "?" + link.getQuery());
      colleague.press("进入");

      author.go("/packs");
      author.onward(() -> author.at("a[href='/packs/cn/request']").click());
      String home = author.path();
      look(author, "pack");
      author.type("#note", "来加的人再重一点").press("开新版本");
      String version = author.path();
      String name = author.text("h1 .mono");
      author.go(version + "/edit?file=rules.yaml");
      String rules = author.at("#content").inputValue();
      author.type("#content", rules.replaceFirst("relation.accountAge <", "relation.acountAge <"));
      author.press("存下并检查");
      assertThat(author.text()).contains("HF-401", "rules.yaml:6:");
      assertThat(author.at("#L6").getAttribute("class")).isEqualTo("is-bad");
      look(author, "edit-wrong");
      author.type("#content", rules.replaceFirst("weight: 0\\.2}", "weight: 0.22}"));
      author.press("存下并检查");
      assertThat(author.text()).contains("测试都通过");
      author.go(version);
      assertThat(author.text()).contains("weight 0.2 → 0.22", "另一位同事来按上线");
      look(author, "version");

      colleague.go(version);
      colleague.press("让它上线");
      assertThat(colleague.at(".state--live").count()).isPositive();
      assertThat(decidedBy(author)).contains(name);

      author.go(home);
      String before =
          author.at("#versions ~ .tw tbody tr", "随程序来的").locator("a").getAttribute("href");
      author.go(before);
      author.type("#back-reason", "误伤太多").press("退回到这一版");
      assertThat(decidedBy(author)).doesNotContain(name);
      author.go(home);
      author.open("做过什么");
      assertThat(author.text()).contains("误伤太多", "李敏", "上线");
      author.go(home + "/rules?q=they-added");
      look(author, "rules");
    }
    assertThat(found).isEmpty();
  }

  private Visitor visit(House house) {
    return new Visitor(outside.browser(), Doorway.to(house.address()), Visitor.Screen.DESKTOP);
  }

  /** The rules that a fresh request names in its reasoning. */
  private static String decidedBy(Visitor visitor) {
    visitor.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
    return visitor.at("main").textContent();
  }

  /** Wide and light, narrow and dark: nothing for axe, nothing wider than the screen. */
  private void look(Visitor visitor, String name) {
    look(visitor, name, 1440, ColorScheme.LIGHT);
    look(visitor, name, 360, ColorScheme.DARK);
    visitor.page().setViewportSize(1440, 900);
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private void look(Visitor visitor, String name, int width, ColorScheme ground) {
    visitor.page().setViewportSize(width, 900);
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ground));
    String at = "workbench-" + name + "-" + width;
    Axe.everything(visitor.page()).forEach(one -> found.add(at + " " + one));
    var _picture = visitor.shoot(at, !name.startsWith("edit"));
    Object over =
        visitor.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
    if (((Number) over).intValue() > 0) {
      found.add(at + " is wider by " + over);
    }
  }
}
