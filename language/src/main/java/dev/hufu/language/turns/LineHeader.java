package dev.hufu.language.turns;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the words of a turn: a name, a time, or a rule between days.
 *
 * @param length units of the line it takes; the rest of the line, if any, is said
 * @param opensTurn whether a new turn begins; a time or rule between turns opens none
 */
record LineHeader(Optional<String> name, Optional<String> time, int length, boolean opensTurn) {

  /** Lines longer than this are never headers as a whole. */
  private static final int HEADER_CHARS_MAX = 96;

  private static final int NAME_CHARS_MAX = 24;

  private static final String TIME =
      "(?:上午|下午|凌晨|早上|中午|晚上|傍晚)?\\s?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s?[AaPp][Mm])?";
  private static final String DATE =
      "(?:\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}日?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}"
          + "|\\d{1,2}[-/月]\\d{1,2}日?|今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日]"
          + "|[Yy]esterday|[Tt]oday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";
  private static final String MOMENT = DATE + "?[,，]?\\s{0,3}" + TIME;

  private static final Pattern NAME_THEN_TIME =
      Pattern.compile("(\\S.{0,40}?)[\\s\\u00A0]{1,8}(" + MOMENT + ")");
  private static final Pattern TIME_THEN_NAME =
      Pattern.compile("(" + DATE + "[,，]?\\s{0,3}" + TIME + ")\\s{1,8}(\\S.{0,40})");
  private static final Pattern BRACKETED_TIME =
      Pattern.compile(
          "[\\u200E\\u200F]?\\[("
              + DATE
              + "[,，]?\\s{1,3}"
              + TIME
              + ")\\]\\s{0,3}([^:：]{1,40})[:：]");
  private static final Pattern DASHED_TIME =
      Pattern.compile("(" + DATE + "[,，]?\\s{1,3}" + TIME + ")\\s-\\s([^:：]{1,40})[:：]");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "[—–\\-_=*─\\s]{0,30}(?:"
              + MOMENT
              + "|"
              + DATE
              + ")[—–\\-_=*─\\s]{0,30}"
              + "|[—–\\-_=*─]{3,60}");
  private static final Pattern BRACKETED_NAME =
      Pattern.compile("[\\[【<]([^\\]】>\\[【<]{1,24})[\\]】>]\\s?[:：]");
  private static final Pattern PLAIN_NAME = Pattern.compile("([^:：\\s][^:：]{0,23})[:：]");

  /** What makes a smiley of a colon. */
  private static final String SMILES = "()-（）<";

  /** Marks of a sentence: no name has them. */
  private static final Pattern SENTENCE =
      Pattern.compile("[，。！？、；,!?;…“”\"]|https?$|\\S+\\s\\S+\\s\\S+\\s");

  /** What stands before a colon without being a name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "金额", "地址", "电话", "账号", "帐号", "卡号", "户名", "开户行", "验证码", "原因", "备注", "链接", "网址", "网站",
          "微信", "微信号", "qq", "客服", "回复", "时间", "姓名", "提示", "温馨提示", "注意", "通知", "联系", "热线", "密码",
          "订单号", "单号", "收款人", "银行", "http", "https", "note", "re", "ps", "p.s.", "amount",
          "account", "code", "tel", "phone", "bank", "name", "address", "link", "from", "to",
          "subject", "date", "time", "联系电话", "咨询电话", "客服电话", "联系人", "微信电话", "加微信", "详情");

  /** Headers that cannot be mistaken for something said. */
  static @Nullable LineHeader sure(String line) {
    Matcher bracketed = BRACKETED_TIME.matcher(line);
    if (bracketed.lookingAt()) {
      return named(bracketed.group(2), bracketed.group(1), bracketed.end());
    }
    Matcher dashed = DASHED_TIME.matcher(line);
    if (dashed.lookingAt()) {
      return named(dashed.group(2), dashed.group(1), dashed.end());
    }
    Matcher bracketedName = BRACKETED_NAME.matcher(line);
    if (bracketedName.lookingAt()) {
      return named(bracketedName.group(1), null, bracketedName.end());
    }
    if (line.length() > HEADER_CHARS_MAX) {
      return null;
    }
    if (BETWEEN.matcher(line).matches()) {
      return new LineHeader(Optional.empty(), Optional.of(line.strip()), line.length(), false);
    }
    Matcher nameFirst = NAME_THEN_TIME.matcher(line);
    if (nameFirst.matches() && isName(nameFirst.group(1))) {
      return named(nameFirst.group(1), nameFirst.group(2), line.length());
    }
    Matcher timeFirst = TIME_THEN_NAME.matcher(line);
    if (timeFirst.matches() && isName(timeFirst.group(2))) {
      return named(timeFirst.group(2), timeFirst.group(1), line.length());
    }
    return null;
  }

  /** "张三：" at the head of a line, which may also be "地址：": the whole chat must decide. */
  static @Nullable LineHeader likely(String line) {
    Matcher plain = PLAIN_NAME.matcher(line);
    if (!plain.lookingAt()
        || !isName(plain.group(1))
        || line.startsWith("//", plain.end())
        || plain.end() < line.length() && SMILES.indexOf(line.charAt(plain.end())) >= 0
        || isFigure(plain.group(1))
        || NO_NAMES.contains(plain.group(1).strip().toLowerCase(Locale.ROOT))) {
      return null;
    }
    return named(plain.group(1), null, plain.end());
  }

  private static LineHeader named(String name, @Nullable String time, int length) {
    return new LineHeader(Optional.of(name.strip()), Optional.ofNullable(time), length, true);
  }

  private static boolean isName(String text) {
    return text.length() <= NAME_CHARS_MAX && !SENTENCE.matcher(text).find();
  }

  /** 21:03 is a time and no name. */
  private static boolean isFigure(String name) {
    return name.strip().chars().allMatch(Character::isDigit);
  }
}
