package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The generated passwords of the embedded server: of the administrator, whom only the launcher
 * uses; of the owner of the tables, who is no superuser and migrates; and of the role of every day,
 * which owns nothing.
 */
record ServerPasswords(String admin, String owner, String daily) {

  private static final int BYTES = 24;
  private static final HexFormat HEX = HexFormat.of();

  static ServerPasswords generate() {
    return new ServerPasswords(fresh(), fresh(), fresh());
  }

  private static String fresh() {
    byte[] password = new byte[BYTES];
    new SecureRandom().nextBytes(password);
    return HEX.formatHex(password);
  }

  void write(Path file) throws IOException {
    Folders.writeSecret(file, admin + "\n" + owner + "\n" + daily + "\n");
  }

  static ServerPasswords read(Path file) throws IOException, StartRefused {
    if (!Files.isReadable(file)) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, file.toString());
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, file.toString());
    }
    if (lines.size() > 2) {
      return new ServerPasswords(lines.get(0), lines.get(1), lines.get(2));
    }
    // A folder from before there was a role of every day.
    ServerPasswords completed = new ServerPasswords(lines.get(0), lines.get(1), fresh());
    completed.write(file);
    return completed;
  }

  @Override
  public String toString() {
    return "ServerPasswords[***]";
  }
}
