package dev.hufu.stream;

import dev.hufu.intake.event.EventReader;
import dev.hufu.intake.event.NdjsonEvents;
import dev.hufu.intake.event.OnRefusal;
import dev.hufu.kernel.event.EventTypes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of events for Flink's file source, read by the reader that every other way in uses: the
 * same lines are refused with the same codes at the same places.
 *
 * <p>Example: {@code FileSource.forRecordStreamFormat(new EventFormat(pack, "e.ndjson"), path)}. A
 * file is read by one reader from its start; after a failure Flink passes over what it had.
 */
public final class EventFormat extends SimpleStreamFormat<EventLine> {

  private static final long serialVersionUID = 1;

  private final PackShipment pack;
  private final String file;

  /**
   * @param pack says which kinds of event may come
   * @param file as it is called in refusals
   */
  public EventFormat(PackShipment pack, String file) {
    this.pack = pack;
    this.file = file;
  }

  @Override
  public Reader<EventLine> createReader(Configuration settings, FSDataInputStream in) {
    EventTypes types = pack.pack().events().orElseThrow().types();
    return new LineReader(new NdjsonEvents(file, in, types, OnRefusal.GO_ON));
  }

  @Override
  public TypeInformation<EventLine> getProducedType() {
    return EventLine.flinkType();
  }

  private record LineReader(EventReader events) implements StreamFormat.Reader<EventLine> {
    @Override
    public @Nullable EventLine read() throws IOException {
      return events.next().map(EventLine::of).orElse(null);
    }

    @Override
    public void close() throws IOException {
      events.close();
    }
  }
}
