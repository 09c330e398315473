package dev.hufu.bench.flink;

/** Something that computes the eight features of each event, from nothing, in one thread. */
interface Engine {

  /**
   * Runs over the first events.
   *
   * @return the sum over all events of each feature times its number, wrapping
   */
  long checksum(int events) throws Exception;
}
