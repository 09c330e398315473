package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The frame of every page: header, foot, and the words that many pages share. */
public final class FrameWords {

  public static final Wording BRAND = new Wording("虎符", "Hufu");
  public static final Wording SKIP = new Wording("跳到正文", "Skip to the text");
  public static final Wording DISPLAY = new Wording("显示设置", "How this page looks");
  public static final Wording ELDER_ON = new Wording("大字", "Large");
  public static final Wording ELDER_OFF = new Wording("标准字", "Normal");
  public static final Wording DARK = new Wording("深色", "Dark");
  public static final Wording LIGHT = new Wording("浅色", "Light");
  public static final Wording LEAVE = new Wording("离开", "Leave");
  public static final Wording NOT_POLICE =
      new Wording(
          "虎符不是警察，也不是银行。它只把看到的和规则写清楚，决定由你来做。",
          "Hufu is not the police and not a bank. It writes down what was seen and what the rules"
              + " say; you decide.");
  public static final Wording RULES_AS_OF = new Wording("规则截至", "Rules as of");
  public static final Wording PACK = new Wording("规则包", "rule pack");
  public static final Wording PUBLIC_LOG = new Wording("公开日志", "Public log");
  public static final Wording HOW = new Wording("怎么判断的", "How it judges");
  public static final Wording HELPING = new Wording("我在帮别人看", "I am helping someone");
  public static final Wording MATTERS = new Wording("我的事项", "My matters");
  public static final Wording SETTINGS = new Wording("设置", "Settings");
  public static final Wording BACK = new Wording("返回", "Back");
  public static final Wording HOME = new Wording("回首页", "To the first page");
  public static final Wording COPY = new Wording("复制", "Copy");
  public static final Wording COPIED = new Wording("已复制", "Copied");
  public static final Wording READ_ALOUD = new Wording("念出来", "Read aloud");
  public static final Wording STOP_READING = new Wording("停", "Stop");
  public static final Wording PRINT = new Wording("打印", "Print");
  public static final Wording PRINTED_AT = new Wording("打印于", "Printed");
  public static final Wording WRONG_TITLE = new Wording("这几处要改一下", "Please correct this");

  private FrameWords() {}
}
