package dev.hufu.learn.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RecipeTest {

  private static Refusal refused(String text) {
    return Recipe.parse("r.yaml", text).findRefusal().orElseThrow();
  }

  @Test
  void aRecipeHasANameATaskAndASeed() {
    Recipe recipe = Recipe.parse("r.yaml", "name: small\ntask: events\nseed: 7\n").orThrow();
    assertThat(recipe.name()).isEqualTo("small");
    assertThat(recipe.seed()).isEqualTo(7);
    assertThat(Recipe.parse("r.yaml", "name: small\ntask: texts\n").orThrow().seed()).isOne();
  }

  @Test
  void whatIsWrongIsToldAtItsPlace() {
    assertThat(refused("name: small\n").code()).isEqualTo(Code.RECIPE_SHAPE);
    assertThat(refused("name: A b\ntask: events\n").position().orElseThrow())
        .hasToString("r.yaml:1:7");
    assertThat(refused("name: a\ntask: dreams\n").code()).isEqualTo(Code.RECIPE_TASK);
    assertThat(refused("name: a\ntask: dreams\n").position().orElseThrow())
        .hasToString("r.yaml:2:7");
    assertThat(refused("name: a\ntask: events\nseed: x\n").code()).isEqualTo(Code.RECIPE_SHAPE);
    assertThat(refused("name: [a\n").code()).isEqualTo(Code.RECIPE_SHAPE);
    assertThat(Recipe.read(Path.of("none.yaml")).findRefusal().map(Refusal::code))
        .contains(Code.FILE_UNREADABLE);
  }
}
