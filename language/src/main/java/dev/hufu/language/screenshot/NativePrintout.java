package dev.hufu.language.screenshot;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Keeps what the OCR library prints with C's {@code printf} out of the output of this process,
 * where a command may be printing JSON. Java writes to its descriptor itself and is not touched.
 *
 * <p>Works where C's library has a variable {@code stdout} (glibc, musl); elsewhere nothing
 * happens.
 */
final class NativePrintout {

  private NativePrintout() {}

  static void silence() {
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    Optional<MemorySegment> stdout = library.find("stdout");
    Optional<MemorySegment> fopen = library.find("fopen");
    if (stdout.isEmpty() || fopen.isEmpty()) {
      return;
    }
    AddressLayout address = ValueLayout.ADDRESS;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nowhere =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(fopen.get(), FunctionDescriptor.of(address, address, address))
                  .invokeExact(arena.allocateFrom("/dev/null"), arena.allocateFrom("w"));
      if (nowhere.address() != 0) {
        stdout.get().reinterpret(address.byteSize()).set(address, 0, nowhere);
      }
    } catch (Throwable unavailable) {
      throw new IllegalStateException("fopen could not be called", unavailable);
    }
  }
}
