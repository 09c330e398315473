package dev.hufu.app.request;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.Access;
import dev.hufu.store.FriendAnswer;
import dev.hufu.store.FriendLink;
import dev.hufu.store.FriendLinkBook;
import dev.hufu.store.FriendLinkId;
import dev.hufu.store.MatterBook;
import dev.hufu.store.OneTimeToken;
import dev.hufu.store.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Friend links over the store; each answer makes the matter be decided again. */
public final class StoredFriendDesk implements FriendDesk {

  /** Between the two names of a label; neither name can hold it. */
  private static final char BETWEEN = '\n';

  private final MatterBook matters;
  private final FriendLinkBook links;
  private final StoredRequestDesk requests;

  public StoredFriendDesk(MatterBook matters, FriendLinkBook links, StoredRequestDesk requests) {
    this.matters = matters;
    this.links = links;
    this.requests = requests;
  }

  @Override
  public Outcome<NewLink> create(String ownerId, String matterId, Ask ask, Instant at) {
    return matters
        .owned(ownerId, matterId)
        .then(matter -> links.create(matter.id(), label(ask), ownerId, at))
        .map(fresh -> new NewLink(link(fresh.link(), Optional.empty(), at), fresh.token().plain()));
  }

  @Override
  public List<Link> list(String ownerId, String matterId, Instant at) {
    return matters
        .owned(ownerId, matterId)
        .then(matter -> links.listOf(matter.id(), new Access(Purpose.SHOW_TO_OWNER, ownerId, at)))
        .map(opened -> opened.stream().map(each -> link(each.link(), each.note(), at)).toList())
        .findValue()
        .orElse(List.of());
  }

  @Override
  public void withdraw(String ownerId, String matterId, String linkId, Instant at) {
    matters
        .owned(ownerId, matterId)
        .then(
            matter ->
                FriendLinkId.parse(linkId)
                    .then(id -> links.revoke(matter.id(), id, ownerId, at))
                    .then(
                        revoked ->
                            revoked.answer().isPresent()
                                ? requests.decideAgain(matter.owner(), matter.id(), at)
                                : Outcome.<MatterView>refused(Code.LINK_UNKNOWN, "")));
  }

  @Override
  public Outcome<Opened> open(String token, Instant at) {
    return links
        .findByToken(new OneTimeToken(token), at)
        .then(
            link ->
                links
                    .readLabel(link, new Access(Purpose.SHOW_TO_FRIEND, "friend", at))
                    .map(label -> new Opened(ask(label), link.expiresAt())));
  }

  @Override
  public Outcome<Answer> answer(String token, Answer answer, String note, Instant at) {
    FriendAnswer kept =
        switch (answer) {
          case YES -> FriendAnswer.CONFIRM;
          case NO -> FriendAnswer.DENY;
          case UNSURE -> FriendAnswer.UNSURE;
        };
    return links
        .answer(new OneTimeToken(token), kept, note, at)
        .map(
            link -> {
              matters
                  .findOwner(link.matter())
                  .ifPresent(owner -> requests.decideAgain(owner, link.matter(), at));
              return answer;
            });
  }

  private static Link link(FriendLink link, Optional<String> note, Instant at) {
    State state =
        switch (link.state(at)) {
          case OPEN -> State.WAITING;
          case ANSWERED -> State.ANSWERED;
          case EXPIRED -> State.EXPIRED;
          case REVOKED -> State.WITHDRAWN;
        };
    return new Link(
        link.id().text(),
        state,
        link.createdAt(),
        link.expiresAt(),
        link.answer().map(StoredFriendDesk::answer),
        note);
  }

  private static Answer answer(FriendAnswer answer) {
    return switch (answer) {
      case CONFIRM -> Answer.YES;
      case DENY -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
    };
  }

  private static String label(Ask ask) {
    return plain(ask.askerName()) + BETWEEN + plain(ask.claimedName());
  }

  private static String plain(String name) {
    return name.replace(BETWEEN, ' ').strip();
  }

  private static Ask ask(String label) {
    int at = label.indexOf(BETWEEN);
    return new Ask(label.substring(0, at), label.substring(at + 1));
  }
}
