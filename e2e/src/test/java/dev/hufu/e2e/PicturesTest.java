package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The two pictures of the README, taken from the running product. They are made in every run;
 * {@code ./hufu test -Dhufu.pictures=true} also puts them into {@code docs/images}.
 */
@ExtendWith(Outside.Shared.class)
class PicturesTest {

  private static final int BYTES_MAX = 200_000;

  private final Outside outside;

  PicturesTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void ofTheFirstPageAndOfARedCard() throws IOException {
    try (Visitor visitor = outside.visit(new Visitor.Screen(1200, 760, false, "", "zh", true))) {
      visitor.go("/");
      keep(visitor.shoot("home", false), "home.png");
    }
    try (Visitor visitor = outside.visit(new Visitor.Screen(390, 1180, false, "", "zh", true))) {
      visitor.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      keep(visitor.shoot("red-phone", false), "red-phone.png");
    }
  }

  private static void keep(Path picture, String name) throws IOException {
    assertThat(Files.size(picture)).isBetween(10_000L, (long) BYTES_MAX);
    if (Boolean.getBoolean("hufu.pictures")) {
      Path images = Files.createDirectories(Path.of("..", "docs", "images"));
      var _copy = Files.copy(picture, images.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
