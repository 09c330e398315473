package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.keep.Origin;
import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: files of a matter are kept whole, sealed, in the log, and go with their matter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentBookTest {

  private static final Octets PDF = Octets.of("%PDF-1.7 借条".getBytes(StandardCharsets.UTF_8));

  private final Shelf shelf = new Shelf(DocumentBookTest.class);
  private final DocumentBook documents = new DocumentBook(shelf.database, shelf.vault);
  private final LogBook log = new LogBook(shelf.database);
  private final Sequencer sequencer =
      new Sequencer(shelf.database, (origin, size, root) -> "note " + size, UUID.randomUUID());

  @BeforeAll
  void open() {
    log.open(0, "hufu.local/test/0", NOW);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  private static NewDocument voucher(Octets content) {
    return NewDocument.captured(
        DocumentKind.VOUCHER,
        "转账\n凭证",
        "image/png",
        content,
        Origin.of("银行 App", "我的手机", "招商银行 9.1", "下载", OptionalLong.of(-1250)));
  }

  private KeptDocument keep(Matter matter, NewDocument fresh) {
    return documents.keep(matter.id(), fresh, shelf.owner.text(), NOW).orThrow();
  }

  private void sequence() {
    sequencer.step(Instant.parse("2026-11-21T12:00:01Z"));
  }

  @Test
  void keepsListsAndReadsWhatTheLogCommittedTo() {
    Matter matter = shelf.matter();
    KeptDocument signed = keep(matter, NewDocument.printed(DocumentKind.IOU_SIGNED, "借条", PDF));
    KeptDocument voucher = keep(matter, voucher(Octets.ofHex("89504e47")));
    assertThat(documents.list(matter.id(), shelf.access(Purpose.SHOW_TO_OWNER)))
        .isEqualTo(List.of(signed, voucher));
    assertThat(voucher.statement().title()).isEqualTo("转账 凭证");
    KeptDocument.Content read = documents.read(signed.id(), shelf.access(Purpose.EXPORT)).orThrow();
    assertThat(read.file()).isEqualTo(PDF);
    sequence();
    LogBook.Entry entry = log.find("iou-signed", signed.id().text()).orElseThrow();
    Commitment commitment = Commitment.to(read.salt().bytes(), signed.statement().text());
    assertThat(entry.leaf()).contains(commitment.sha256().hex(), commitment.sm3());
    assertThat(log.find(PDF.digest())).contains(entry);
    assertThat(log.find("capture", voucher.id().text())).isPresent();
    assertThat(shelf.audit.list(signed.id().text(), 5)).hasSize(1);
  }

  @Test
  void theFileIsNotReadableInItsRow() {
    KeptDocument kept =
        keep(shelf.matter(), NewDocument.printed(DocumentKind.IOU_SIGNED, "借条", PDF));
    byte[] sealed =
        (byte[])
            shelf
                .database
                .dsl()
                .fetchValue(
                    "select content_sealed from matter_document where id = ?", kept.id().text());
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("PDF");
  }

  @Test
  void goesWithItsMatterAndWithNothingElse() {
    Matter matter = shelf.matter();
    Matter other = shelf.matter();
    Octets same = Octets.ofHex("00112233");
    KeptDocument kept = keep(matter, voucher(same));
    KeptDocument stays = keep(other, voucher(same));
    sequence();
    assertThatThrownBy(
            () ->
                shelf.sql(
                    "update matter_document set statement_sealed = null, content_sealed = null"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> shelf.sql("delete from matter_document"))
        .hasMessageContaining("append-only");
    shelf.matters.erase(matter.id(), shelf.owner, NOW).orThrow();
    assertThat(code(documents.read(kept.id(), shelf.access(Purpose.EXPORT))))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(documents.list(matter.id(), shelf.access(Purpose.EXPORT))).isEmpty();
    assertThat(
            shelf
                .database
                .dsl()
                .fetchValue(
                    "select content_sealed from matter_document where id = ?", kept.id().text()))
        .isNull();
    assertThat(log.find(same.digest()).orElseThrow().subject()).isEqualTo(stays.id().text());
    shelf.matters.erase(other.id(), shelf.owner, NOW).orThrow();
    assertThat(log.find(same.digest())).isEmpty();
    assertThat(log.find("capture", kept.id().text())).as("the log stays whole").isPresent();
    assertThat(code(documents.keep(matter.id(), voucher(same), "cli", NOW)))
        .isEqualTo(Code.MATTER_ERASED);
  }

  @Test
  void tooLargeTooManyAndUnknownAreRefused() {
    Matter matter = shelf.matter();
    assertThat(code(documents.keep(matter.id(), voucher(Octets.of(new byte[0])), "cli", NOW)))
        .isEqualTo(Code.KEPT_FILE_SIZE);
    Octets over = Octets.of(new byte[Limits.KEPT_FILE_BYTES_MAX + 1]);
    assertThat(code(documents.keep(matter.id(), voucher(over), "cli", NOW)))
        .isEqualTo(Code.KEPT_FILE_SIZE);
    assertThat(code(documents.keep(new MatterId("M-00000000"), voucher(PDF), "cli", NOW)))
        .isEqualTo(Code.MATTER_UNKNOWN);
    for (int count = 0; count < Limits.KEPT_FILES_MAX; count++) {
      keep(matter, voucher(PDF));
    }
    assertThat(code(documents.keep(matter.id(), voucher(PDF), "cli", NOW)))
        .isEqualTo(Code.KEPT_FILES_TOO_MANY);
  }

  @Test
  void aRowWithoutItsEvidenceCannotBeCommitted() {
    Matter matter = shelf.matter();
    assertThatThrownBy(
            () ->
                shelf.sql(
                    "insert into matter_document (id, matter, kind, kept_at, bytes,"
                        + " statement_sealed, content_sealed) values ('E-00000000', '"
                        + matter.id()
                        + "', 'voucher', now(), 1, 'x', 'x')"))
        .hasMessageContaining("has no evidence row");
  }
}
