package dev.hufu.policy.loan;

import dev.hufu.kernel.loan.Allocation;
import dev.hufu.kernel.loan.Attachment;
import dev.hufu.kernel.loan.Guarantee;
import dev.hufu.kernel.loan.Instalment;
import dev.hufu.kernel.loan.Party;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Form;
import dev.hufu.policy.pack.Form.Content;
import dev.hufu.policy.paper.Block;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills in the papers of a pack: the IOU, a demand, a statement of claim.
 *
 * <p>Example: {@code new LoanPapers(review).find("iou", Lang.ZH)}.
 */
public final class LoanPapers {

  private final LoanReview review;
  private final LoanWords words;
  private final Scope scope;

  public LoanPapers(LoanReview review) {
    this.review = review;
    this.words = new LoanWords(review);
    this.scope = LoanFacts.scope(review);
  }

  /** The ids of the papers of the pack. */
  public List<String> ids() {
    return List.copyOf(review.policy().papers().keySet());
  }

  /** A sentence to paste or to say: {@code transferNote}, {@code chatReply}, {@code chatWhy}. */
  public Wording sentence(String name) {
    Wording sentence = review.policy().sentences().get(name);
    if (sentence == null) {
      throw new IllegalArgumentException("a pack over loans has no sentence " + name);
    }
    return words.fill(sentence);
  }

  public Optional<Paper> find(String id, Lang lang) {
    return Optional.ofNullable(review.policy().papers().get(id)).map(form -> fill(form, lang));
  }

  private Paper fill(Form form, Lang lang) {
    List<Block> blocks = new ArrayList<>();
    for (Form.Part part : form.parts()) {
      if (LoanFacts.holds(part.when(), scope)) {
        block(part.content(), lang).ifPresent(blocks::add);
      }
    }
    return new Paper(form.id(), form.title().in(lang), lang, blocks);
  }

  private Optional<Block> block(Content content, Lang lang) {
    return switch (content) {
      case Content.Heading(var text) -> Optional.of(new Block.Heading(text.in(lang)));
      case Content.Text(var text, var small) ->
          Optional.of(new Block.Paragraph(words.spans(text.in(lang), lang), small));
      case Content.Items(var numbered, var items) ->
          list(
              numbered,
              items.stream()
                  .filter(item -> LoanFacts.holds(item.when(), scope))
                  .map(item -> words.spans(item.text().in(lang), lang))
                  .toList());
      case Content.Table(var kind, var columns) -> table(kind, columns, lang);
      case Content.Made(var kind) -> made(kind, lang);
      case Content.Signatures(var parties) ->
          Optional.of(
              new Block.Signatures(
                  parties.stream().flatMap(p -> place(p, lang).stream()).toList()));
    };
  }

  private static Optional<Block> list(boolean numbered, List<List<Span>> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(numbered, items));
  }

  private Optional<Block> table(String kind, List<Wording> columns, Lang lang) {
    List<List<String>> rows =
        switch (kind) {
          case "plan" -> review.plan().stream().map(LoanPapers::row).toList();
          case "payments" -> review.owed().payments().stream().map(LoanPapers::row).toList();
          default -> OwedLine.of(review).stream().map(line -> line.cells(lang)).toList();
        };
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Table(columns.stream().map(c -> c.in(lang)).toList(), rows));
  }

  private static List<String> row(Instalment part) {
    return List.of(
        Integer.toString(part.number()),
        part.due().toString(),
        part.principal().toString(),
        part.interest().toString(),
        part.payment().toString());
  }

  private static List<String> row(Allocation payment) {
    return List.of(
        payment.payment().day().toString(),
        payment.payment().sum().toString(),
        payment.costs().toString(),
        payment.interest().toString(),
        payment.principal().toString(),
        payment.left().toString());
  }

  private Optional<Block> made(String kind, Lang lang) {
    EvidenceChain chain = EvidenceChain.of(review);
    return switch (kind) {
      case "attachments" ->
          list(true, review.contract().attachments().stream().map(LoanPapers::item).toList());
      case "originals" ->
          list(
              false,
              review.policy().chain().items().stream().map(e -> text(e.keep(), lang)).toList());
      default ->
          list(
              true,
              chain.had().stream()
                  .map(
                      e ->
                          text(
                              new Wording(
                                  e.title().zh() + "：" + e.proves().zh(),
                                  e.title().en() + ": " + e.proves().en()),
                              lang))
                  .toList());
    };
  }

  private static List<Span> text(Wording wording, Lang lang) {
    return List.of(new Span(Span.Kind.TEXT, wording.in(lang)));
  }

  private static List<Span> item(Attachment attachment) {
    return List.of(
        new Span(Span.Kind.FILLED, attachment.name()),
        new Span(Span.Kind.TEXT, " SHA-256 "),
        new Span(Span.Kind.FILLED, attachment.digest().hex()));
  }

  private Optional<Block.Place> place(String party, Lang lang) {
    Optional<Party> signer =
        switch (party) {
          case "lender" -> Optional.of(review.contract().lender());
          case "borrower" -> Optional.of(review.contract().borrower());
          case "witness" -> review.contract().witness();
          default -> review.contract().guarantee().map(Guarantee::guarantor);
        };
    return signer.map(
        person -> new Block.Place(party, review.policy().word(party).in(lang), person.name()));
  }
}
