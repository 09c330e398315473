package dev.hufu.policy.load;

import dev.hufu.policy.yaml.Branch;
import dev.hufu.policy.yaml.YamlFile;
import java.util.List;

/**
 * What pack.yaml says about a pack before it is loaded; empty where it does not say.
 *
 * <p>Example: {@code new PackHead("cn/request", "cn", "request", List.of("cn/law"))}.
 *
 * @param id its folder below the packs
 * @param needs the ids of the packs that must be loaded first
 */
public record PackHead(String id, String jurisdiction, String matter, List<String> needs) {

  public PackHead {
    needs = List.copyOf(needs);
  }

  /** Reads the head; a pack.yaml that cannot be read says nothing. */
  public static PackHead of(String id, PackFiles files) {
    try {
      Branch top = YamlFile.parse("pack.yaml", files.texts().getOrDefault("pack.yaml", "")).top();
      return new PackHead(
          id,
          top.find("jurisdiction").map(Branch::text).orElse(""),
          top.find("matter").map(Branch::text).orElse(""),
          top.texts("needs"));
    } catch (YamlFile.Malformed unreadable) {
      return new PackHead(id, "", "", List.of());
    }
  }
}
