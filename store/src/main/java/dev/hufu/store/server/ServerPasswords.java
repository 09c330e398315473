package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The two generated passwords of the embedded server: of the administrator, whom only the launcher
 * uses, and of the role the rooms connect with, which is no superuser.
 */
record ServerPasswords(String admin, String rooms) {

  private static final int BYTES = 24;
  private static final HexFormat HEX = HexFormat.of();

  static ServerPasswords generate() {
    SecureRandom random = new SecureRandom();
    byte[] admin = new byte[BYTES];
    byte[] rooms = new byte[BYTES];
    random.nextBytes(admin);
    random.nextBytes(rooms);
    return new ServerPasswords(HEX.formatHex(admin), HEX.formatHex(rooms));
  }

  void write(Path file) throws IOException {
    Folders.writeSecret(file, admin + "\n" + rooms + "\n");
  }

  static ServerPasswords read(Path file) throws IOException, StartRefused {
    if (!Files.isReadable(file)) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, file.toString());
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, file.toString());
    }
    return new ServerPasswords(lines.get(0), lines.get(1));
  }

  @Override
  public String toString() {
    return "ServerPasswords[***]";
  }
}
