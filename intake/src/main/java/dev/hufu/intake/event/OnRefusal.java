package dev.hufu.intake.event;

/** Whether reading goes on behind a line that was refused. */
public enum OnRefusal {
  /** The next line is read; the refused one is counted. */
  GO_ON,
  /** The refusal is the last row; what was accepted before it stands. */
  STOP
}
