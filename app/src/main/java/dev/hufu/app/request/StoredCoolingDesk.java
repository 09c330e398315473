package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.CoolingBook;
import dev.hufu.store.CoolingOff;
import dev.hufu.store.MatterBook;
import dev.hufu.store.OneTimeToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cooling-off times over the store. */
public final class StoredCoolingDesk implements CoolingDesk {

  private final MatterBook matters;
  private final CoolingBook book;

  public StoredCoolingDesk(MatterBook matters, CoolingBook book) {
    this.matters = matters;
    this.book = book;
  }

  @Override
  public Outcome<Cooling> start(String ownerId, String matterId, Duration length, Instant at) {
    return matters
        .owned(ownerId, matterId)
        .then(matter -> book.start(matter.id(), length, ownerId, at))
        .map(StoredCoolingDesk::cooling);
  }

  @Override
  public Optional<Cooling> find(String ownerId, String matterId) {
    return matters
        .owned(ownerId, matterId)
        .findValue()
        .flatMap(matter -> book.find(matter.id()))
        .map(StoredCoolingDesk::cooling);
  }

  @Override
  public Outcome<String> askRelease(String ownerId, String matterId, Instant at) {
    return matters
        .owned(ownerId, matterId)
        .then(matter -> book.askFamily(matter.id(), ownerId, at))
        .map(asked -> asked.token().plain());
  }

  @Override
  public Outcome<Cooling> open(String token, Instant at) {
    return book.findByToken(new OneTimeToken(token), at).map(StoredCoolingDesk::cooling);
  }

  @Override
  public Outcome<Cooling> answer(String token, boolean lift, Instant at) {
    OneTimeToken link = new OneTimeToken(token);
    return (lift ? book.releaseByFamily(link, at) : book.keepByFamily(link, at))
        .map(StoredCoolingDesk::cooling);
  }

  private static Cooling cooling(CoolingOff off) {
    return new Cooling(off.startedAt(), off.endsAt(), off.releasedAt(), off.familyAsked());
  }
}
