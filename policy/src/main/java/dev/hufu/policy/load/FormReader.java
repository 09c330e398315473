package dev.hufu.policy.load;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Form;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the papers of a pack and holds their placeholders against those there are.
 *
 * @param placeholders what texts may name in braces
 * @param tables the tables that can be reckoned
 * @param lists the lists that can be made
 * @param parties those who may sign
 */
record FormReader(
    Set<String> placeholders,
    Set<String> tables,
    Set<String> lists,
    Set<String> parties,
    Problems problems) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  Map<String, Form> read(List<Branch> papers, Conditions conditions) {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (Branch paper : papers) {
      List<Form.Part> parts = new ArrayList<>();
      for (Branch block : paper.list("blocks")) {
        content(block, conditions)
            .ifPresent(
                content -> parts.add(new Form.Part(content, conditions.find(block, "when"))));
      }
      forms.put(paper.text("id"), new Form(paper.text("id"), paper.wording("title"), parts));
    }
    return forms;
  }

  private Optional<Form.Content> content(Branch block, Conditions conditions) {
    if (block.find("heading").isPresent()) {
      return Optional.of(new Form.Content.Heading(text(block.get("heading"))));
    }
    if (block.find("text").isPresent()) {
      return Optional.of(new Form.Content.Text(text(block.get("text")), false));
    }
    if (block.find("note").isPresent()) {
      return Optional.of(new Form.Content.Text(text(block.get("note")), true));
    }
    if (block.find("items").isPresent()) {
      return Optional.of(
          new Form.Content.Items(
              block.find("numbered").map(Branch::yes).orElse(false),
              block.list("items").stream()
                  .map(item -> new Form.Item(text(item.get("text")), conditions.find(item, "when")))
                  .toList()));
    }
    if (block.find("table").isPresent()) {
      List<Wording> columns = block.list("columns").stream().map(Branch::wording).toList();
      return Optional.of(new Form.Content.Table(one(block.get("table"), tables), columns));
    }
    if (block.find("list").isPresent()) {
      return Optional.of(new Form.Content.Made(one(block.get("list"), lists)));
    }
    if (block.find("signatures").isPresent()) {
      return Optional.of(
          new Form.Content.Signatures(
              block.list("signatures").stream().map(party -> one(party, parties)).toList()));
    }
    problems.add(block, "a block is heading, text, note, items, table, list or signatures");
    return Optional.empty();
  }

  private String one(Branch branch, Set<String> known) {
    if (!known.contains(branch.text())) {
      problems.add(
          branch, "here stands one of " + String.join(", ", known.stream().sorted().toList()));
    }
    return branch.text();
  }

  /** A text whose placeholders are all known. */
  Wording text(Branch branch) {
    Wording wording = branch.wording();
    for (String one : List.of(wording.zh(), wording.en())) {
      Matcher placeholder = PLACEHOLDER.matcher(one);
      while (placeholder.find()) {
        if (!placeholders.contains(placeholder.group(1))) {
          problems.add(branch, "no such placeholder: {" + placeholder.group(1) + "}");
        }
      }
    }
    return wording;
  }
}
