package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.app.ops.Refused;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.web.Problem;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.PackVersionId;
import dev.hufu.store.ShadowBook;
import dev.hufu.store.TeamBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the pages of packs and versions show. */
@Component
final class PackBench {

  private final PackShelf shelf;
  private final PackVersionBook book;
  private final VersionChecks checks;
  private final PublishDesk publishing;
  private final ShadowBook shadows;
  private final TeamBook team;
  private final MatterBook matters;
  private final RuleDesk rules;
  private final PastReports past;

  PackBench(
      PackShelf shelf,
      PackVersionBook book,
      VersionChecks checks,
      PublishDesk publishing,
      ShadowBook shadows,
      TeamBook team,
      MatterBook matters,
      RuleDesk rules,
      PastReports past) {
    this.shelf = shelf;
    this.book = book;
    this.checks = checks;
    this.publishing = publishing;
    this.shadows = shadows;
    this.team = team;
    this.matters = matters;
    this.rules = rules;
    this.past = past;
  }

  List<PackRow> packs() {
    return shelf.library().list().stream().map(this::row).toList();
  }

  private PackRow row(Pack pack) {
    Optional<PackVersion> live = book.find(pack.ref().id(), State.LIVE);
    if (live.isEmpty()) {
      int entries =
          pack.events()
              .map(events -> events.rules().size())
              .orElseGet(() -> pack.law().entries().size());
      return new PackRow(
          pack.ref().id(),
          pack.title(),
          pack.ref().version(),
          false,
          pack.matter().equals("law"),
          Optional.empty(),
          entries,
          parts(pack),
          pack.asOf(),
          0,
          0,
          0);
    }
    VersionCheck check = checks.of(live.get());
    long drafts =
        book.list(pack.ref().id()).stream()
            .filter(version -> version.closedAt().isEmpty() && version.state() != State.RETIRED)
            .count();
    return new PackRow(
        pack.ref().id(),
        pack.title(),
        live.get().version(),
        true,
        false,
        Optional.of(live.get().changedAt()),
        pack.events().map(events -> events.rules().size()).orElse(pack.rules().size()),
        parts(pack),
        pack.asOf(),
        check.results().size() - check.failing().size(),
        check.results().size(),
        drafts);
  }

  private static Optional<PackRow.EventParts> parts(Pack pack) {
    return pack.events()
        .map(
            events ->
                new PackRow.EventParts(
                    events.typologies().size(), events.features().specs().size()));
  }

  /** A pack that decides; others have no page. */
  Pack pack(String id) {
    return shelf
        .library()
        .find(id)
        .filter(pack -> pack.matrix().isPresent() || pack.events().isPresent())
        .orElseThrow(() -> new Refused(Code.PAGE_UNKNOWN));
  }

  PackVersion live(String pack) {
    return book.find(pack, State.LIVE).orElseThrow(() -> new Refused(Code.PAGE_UNKNOWN));
  }

  PackVersion version(String id) {
    return switch (PackVersionId.parse(id)) {
      case Outcome.Ok<PackVersionId>(var known) ->
          book.find(known).orElseThrow(() -> new Refused(Code.VERSION_UNKNOWN));
      case Outcome.Refused<PackVersionId>(var refusal) -> throw new Refused(refusal);
    };
  }

  /** The version a page of rules is about: the one that was asked for, else the live one. */
  PackVersion version(String pack, String id) {
    PackVersion version = id.isEmpty() ? live(pack) : version(id);
    if (!version.pack().equals(pack)) {
      throw new Refused(Code.VERSION_UNKNOWN);
    }
    return version;
  }

  SortedMap<String, String> files(PackVersion version, int revision) {
    return book.files(version.id(), revision);
  }

  SortedMap<String, String> files(PackVersion version) {
    return files(version, version.revision());
  }

  PackPageView packPage(String id, String note, List<Problem> problems) {
    Pack pack = pack(id);
    List<PackVersion> versions = book.list(id);
    Optional<PackPageView.Shadow> shadow =
        versions.stream()
            .filter(version -> version.state() == State.SHADOW)
            .findFirst()
            .map(version -> new PackPageView.Shadow(version, shadows.find(version.id())));
    return new PackPageView(
        row(pack),
        live(id),
        publishing.unreadable(id),
        versions,
        shadow,
        book.history(id, Limits.LIST_ROWS_MAX),
        new TeamNames(team),
        alone(),
        note,
        problems);
  }

  private boolean alone() {
    return team.list().stream().filter(person -> person.removedAt().isEmpty()).count() < 2;
  }

  VersionView versionPage(PackVersion version, Member me, String reason, List<Problem> problems) {
    PackVersion live = live(version.pack());
    VersionCheck check = checks.of(version);
    boolean isLive = version.id().equals(live.id());
    Optional<VersionDiff> diff = Optional.empty();
    if (check.pack().isPresent() && !isLive) {
      VersionCheck current = checks.of(live);
      if (current.pack().isPresent()) {
        diff = Optional.of(VersionDiff.between(current, check));
      }
    }
    boolean wroteOn =
        book.history(version.pack(), Limits.LIST_ROWS_MAX).stream()
            .filter(event -> event.version().equals(version.id()))
            .filter(event -> Set.of("create", "upload", "save").contains(event.action()))
            .anyMatch(event -> event.actor().equals(me.id().text()));
    return new VersionView(
        version,
        live,
        new TeamNames(team).of(version.author().map(Object::toString).orElse("hufu")),
        check,
        List.copyOf(files(version).keySet()),
        isLive ? Set.of() : rules.changedFiles(version, live),
        diff,
        shadows.find(version.id()),
        wroteOn,
        alone(),
        check.program().isPresent(),
        past.list(version.id()),
        reason,
        problems);
  }

  ShadowView shadowPage(PackVersion version, Member me) {
    List<ShadowBook.Difference> differences = shadows.list(version.id(), Limits.LIST_ROWS_MAX);
    Set<String> own =
        differences.stream()
            .map(difference -> difference.observation().subject())
            .filter(
                subject ->
                    MatterId.parse(subject)
                        .findValue()
                        .flatMap(id -> matters.find(id, me.id()))
                        .isPresent())
            .collect(Collectors.toSet());
    boolean events = pack(version.pack()).events().isPresent();
    return new ShadowView(version, shadows.find(version.id()), differences, own, events);
  }
}
