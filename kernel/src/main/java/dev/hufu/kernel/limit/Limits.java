package dev.hufu.kernel.limit;

import java.time.Duration;

/**
 * Every limit of the system. Each is tested at the limit and at the limit plus one. Units stand in
 * the names, last.
 */
public final class Limits {

  /** A pasted chat, in UTF-16 units: some ten years of two people talking. */
  public static final int CHAT_CHARS_MAX = 200_000;

  /** Turns of one chat; what lies beyond is refused, not cut. */
  public static final int CHAT_TURNS_MAX = 10_000;

  /** One short text of {@code hufu screen}. */
  public static final int SCREEN_TEXT_CHARS_MAX = 20_000;

  /** One line of a line-delimited JSON file. */
  public static final int NDJSON_LINE_CHARS_MAX = 200_000;

  public static final int IMAGES_MAX = 9;
  public static final int IMAGE_BYTES_MAX = 12 * 1024 * 1024;
  public static final int IMAGE_PIXELS_MAX = 24_000_000;
  public static final int IMAGE_SIDE_PIXELS_MAX = 20_000;
  public static final int UPLOAD_BYTES_MAX = 40 * 1024 * 1024;

  /** A sum of a fact: a million million yuan, exact in every JSON reader. */
  public static final long AMOUNT_FEN_MAX = 100_000_000_000_000L;

  public static final int FACTS_MAX = 200;
  public static final int FACT_TEXT_CHARS_MAX = 2_000;
  public static final int FACT_FILE_BYTES_MAX = 256 * 1024;

  public static final int PACK_FILES_MAX = 400;
  public static final int PACK_BYTES_MAX = 16 * 1024 * 1024;
  public static final int PACK_RULES_MAX = 10_000;
  public static final int PACK_SCRIPTS_MAX = 500;
  public static final int PACK_CUES_MAX = 2_000;
  public static final int YAML_DEPTH_MAX = 40;
  public static final int RULE_CHARS_MAX = 2_000;

  /** Steps of one condition over a row, every round of every loop counted. */
  public static final int RULE_STEPS_MAX = 10_000;

  /** The card has room for three reasons; a fourth would be read by nobody. */
  public static final int REASONS_MAX = 3;

  public static final int WOULD_CHANGE_MAX = 4;

  /** Friends that can be asked about one matter, and how long their links live. */
  public static final int FRIEND_LINKS_MAX = 5;

  public static final Duration FRIEND_LINK_LIFE = Duration.ofHours(72);
  public static final int FRIEND_NOTE_CHARS_MAX = 200;

  public static final Duration SIGN_IN_LINK_LIFE = Duration.ofHours(12);
  public static final Duration SESSION_IDLE_MAX = Duration.ofDays(14);

  public static final Duration COOLING_OFF_MIN = Duration.ofMinutes(10);
  public static final Duration COOLING_OFF_MAX = Duration.ofDays(7);

  /** Opens of one link, or posts from one address, before the caller must wait. */
  public static final int LINK_OPENS_PER_MINUTE_MAX = 20;

  public static final int POSTS_PER_MINUTE_MAX = 60;

  /** Addresses and links the rate limiter remembers; some 2 MB of memory. */
  public static final int RATE_KEYS_MAX = 10_000;

  /** Fields of one form; the longest questionnaire has fewer than a hundred. */
  public static final int FORM_FIELDS_MAX = 400;

  /**
   * What a matter holds, chat and answers, in bytes of UTF-8; a decision may hold as much again.
   */
  public static final int MATTER_BYTES_MAX = 4 * 1024 * 1024;

  /** The title of a matter and the name a person gives a friend, in UTF-16 units. */
  public static final int TITLE_CHARS_MAX = 120;

  /** Rows of one list of matters or of the audit. */
  public static final int LIST_ROWS_MAX = 500;

  /** Evidence rows that get their place in the log in one transaction. */
  public static final int LOG_BATCH_MAX = 8_192;

  /** Free space asked for before the database is unpacked and its data folder made. */
  public static final long DISK_FREE_BYTES_MIN = 300L * 1024 * 1024;

  /** How long the database may take to start (with recovery) and to stop. */
  public static final Duration DATABASE_START_MAX = Duration.ofSeconds(90);

  public static final Duration DATABASE_STOP_MAX = Duration.ofSeconds(30);
  public static final int DATABASE_CONNECTIONS_MAX = 10;

  /** Fields of one kind of event: their being known or not fits one word of memory. */
  public static final int EVENT_FIELDS_MAX = 64;

  /** Kinds of event a pack may speak of. */
  public static final int EVENT_TYPES_MAX = 64;

  public static final int EVENT_ID_CHARS_MAX = 64;

  /** One word of an event, such as an account or a city, in UTF-16 units. */
  public static final int EVENT_WORD_CHARS_MAX = 128;

  /**
   * A number of an event either way, in its smallest unit: a hundred thousand million yuan. With
   * {@link #KEY_EVENTS_MAX} it keeps every sum of a window inside a {@code long}.
   */
  public static final long EVENT_NUMBER_MAX = 10_000_000_000_000L;

  /** One line of an event file, in bytes: all fields at their longest, each character escaped. */
  public static final int EVENT_LINE_BYTES_MAX = 64 * 1024;

  /** An event file once unpacked: some two hundred million events. */
  public static final long EVENT_FILE_BYTES_MAX = 64L * 1024 * 1024 * 1024;

  /**
   * The first moment of an event, 2000-01-01, in milliseconds since 1970. Seconds that somebody
   * took for milliseconds lie before it, microseconds behind the last.
   */
  public static final long EVENT_AT_MS_MIN = 946_684_800_000L;

  /** The last moment of an event, the beginning of 2100. */
  public static final long EVENT_AT_MS_MAX = 4_102_444_800_000L;

  /** A mapping from foreign columns to fields of events. */
  public static final int MAPPING_BYTES_MAX = 64 * 1024;

  /** Events of one key and feature group that are kept at a time. */
  public static final int KEY_EVENTS_MAX = 500_000;

  /** How far in the future an event's moment may lie: clocks differ. */
  public static final Duration EVENT_AHEAD_MAX = Duration.ofMinutes(5);

  /** How late an event may come, at most, if a pack allows it. */
  public static final Duration EVENT_LATENESS_MAX = Duration.ofHours(24);

  /** The compact record of one decision upon an event. */
  public static final int DECISION_RECORD_BYTES_MAX = 300;

  /** One line of a file of decisions, in bytes, with its explanation. */
  public static final int DECISION_LINE_BYTES_MAX = 1024 * 1024;

  public static final int FEATURES_MAX = 500;

  /** The name of a feature, in UTF-16 units. */
  public static final int FEATURE_NAME_CHARS_MAX = 80;

  public static final Duration FEATURE_WIDTH_MIN = Duration.ofMinutes(1);
  public static final Duration FEATURE_WIDTH_MAX = Duration.ofDays(90);
  public static final Duration FEATURE_DELAY_MAX = Duration.ofDays(90);

  /** People of a team besides the owner, their names, and how long an invitation lives. */
  public static final int TEAM_MAX = 50;

  public static final int PERSON_NAME_CHARS_MAX = 40;
  public static final Duration INVITATION_LIFE = Duration.ofHours(72);

  /** What somebody writes to a version of a pack: why it is made, sent on or taken back. */
  public static final int VERSION_NOTE_CHARS_MAX = 500;

  /** Earlier states of one file of a draft that are kept, to tell what somebody else changed. */
  public static final int DRAFT_REVISIONS_KEPT = 20;

  /** Decisions that wait for the version in the shadow; what comes beyond is left out. */
  public static final int SHADOW_QUEUE_MAX = 1_000;

  /** Differences of a version in the shadow that are listed; all are counted. */
  public static final int SHADOW_DIFFERENCES_MAX = 1_000;

  /** Lines of a history that is uploaded for a backtest. */
  public static final int UPLOAD_EVENTS_MAX = 500_000;

  /** Parts in which a loan between people is paid back: thirty years of months. */
  public static final int LOAN_INSTALMENTS_MAX = 360;

  /** Receipts, payments, costs and reminders of one loan, each. */
  public static final int LOAN_ENTRIES_MAX = 2_000;

  /** Loans of one register. */
  public static final int LOAN_REGISTER_ROWS_MAX = 10_000;

  /** A loan file, in bytes. */
  public static final int LOAN_FILE_BYTES_MAX = 1024 * 1024;

  /** The markup of one document, in UTF-16 units: some sixty pages. */
  public static final int DOCUMENT_CHARS_MAX = 200_000;

  /** Files put inside one document, and their bytes taken together. */
  public static final int DOCUMENT_FILES_MAX = 64;

  public static final int DOCUMENT_FILES_BYTES_MAX = 40 * 1024 * 1024;

  /** A PDF that is signed, checked or kept. */
  public static final int PDF_BYTES_MAX = 60 * 1024 * 1024;

  /** Signatures and times of one document: two sides, witnesses, guarantors, renewals. */
  public static final int PDF_SIGNATURES_MAX = 20;

  /** Room for one signature with its certificates and its timestamp. */
  public static final int SIGNATURE_BYTES_MAX = 20_000;

  /** Points of a signature drawn by hand. */
  public static final int HANDWRITING_POINTS_MAX = 4_000;

  /** The answer of a time authority; tokens with a whole chain have some 8 kB. */
  public static final int TIME_RESPONSE_BYTES_MAX = 16 * 1024;

  /** How far an authority's time may lie from the clock here. */
  public static final Duration TIME_APART_MAX = Duration.ofMinutes(5);

  /** A signer's certificate: long enough for a time authority to come back, short enough. */
  public static final Duration SIGNER_CERTIFICATE_LIFE = Duration.ofDays(30);

  /** Reports of uploaded histories that are kept in memory; the oldest goes first. */
  public static final int PAST_REPORTS_MAX = 20;

  /** One file that is kept with a matter. */
  public static final int KEPT_FILE_BYTES_MAX = 60 * 1024 * 1024;

  /** Files kept with one matter, and their bytes taken together. */
  public static final int KEPT_FILES_MAX = 200;

  public static final int KEPT_FILES_BYTES_MAX = 200 * 1024 * 1024;

  /** One line that says where a file comes from, or its title. */
  public static final int ORIGIN_CHARS_MAX = 200;

  /** Legal holds on one matter, lifted ones included. */
  public static final int HOLDS_PER_MATTER_MAX = 100;

  /** Days for which a backup of the key store is kept, unless told otherwise. */
  public static final int KEYS_BACKUP_DAYS = 7;

  /** How often the server looks for sealed matters whose term has ended. */
  public static final Duration RETENTION_PAUSE = Duration.ofHours(6);

  /** The life of a link over which somebody signs. */
  public static final Duration SIGN_LINK_LIFE = Duration.ofDays(7);

  /** A drawn signature as it is sent: points of two numbers, in UTF-16 units. */
  public static final int HANDWRITING_CHARS_MAX = 40_000;

  /** One line of an IOU: use, way of repayment, place. */
  public static final int IOU_LINE_CHARS_MAX = 80;

  /** The amount of a term, in whatever unit it is counted. */
  public static final int TERM_AMOUNT_MAX = 10_000;

  /** Entries of one case: payments, events, ticks, answers. */
  public static final int CASE_ENTRIES_MAX = 2_000;

  /** One entry of a case as it is kept, in bytes of UTF-8. */
  public static final int CASE_ENTRY_BYTES_MAX = 64_000;

  /** One line that a person fills in for a case: a name, a number of an account, a bank. */
  public static final int CASE_LINE_CHARS_MAX = 120;

  /** A paper of a case after a person has edited it, in characters. */
  public static final int CASE_PAPER_CHARS_MAX = 20_000;

  /** Rows of bills that one answer in a case speaks of. */
  public static final int CASE_JUDGED_ROWS_MAX = 1_000;

  /** A file that describes a lender, as characters. */
  public static final int LENDER_FILE_BYTES_MAX = 256 * 1024;

  /** Payments, fees, charges, offers or contacts of one lender file. */
  public static final int LENDER_ROWS_MAX = 2_000;

  /** An app package whose manifest is read. */
  public static final long APK_BYTES_MAX = 512L * 1024 * 1024;

  /** What is unpacked on the way to the manifest. */
  public static final long APK_UNPACKED_BYTES_MAX = 1024L * 1024 * 1024;

  /** Entries looked at on the way to the manifest. */
  public static final int APK_ENTRIES_MAX = 20_000;

  /** The manifest itself, unpacked. */
  public static final int APK_MANIFEST_BYTES_MAX = 4 * 1024 * 1024;

  /** Permissions of one app. */
  public static final int PERMISSIONS_MAX = 1_000;

  /** A licence list as CSV, and its lines. */
  public static final int LICENCE_LIST_BYTES_MAX = 16 * 1024 * 1024;

  public static final int LICENCES_MAX = 100_000;

  /** One bill as it comes in; a year of a busy account has some 5 MB. */
  public static final int BILL_BYTES_MAX = 64 * 1024 * 1024;

  /** Rows of one bill, the lines above its header included. */
  public static final int BILL_ROWS_MAX = 300_000;

  /** Rows in which the header of a bill is looked for. */
  public static final int BILL_HEADER_ROWS_MAX = 100;

  /** Cells of one row of a bill. */
  public static final int BILL_CELLS_MAX = 200;

  /** One cell of a bill, in UTF-16 units; a spreadsheet holds no longer one. */
  public static final int BILL_CELL_CHARS_MAX = 32_767;

  /** What an archive or a sheet may unpack to. */
  public static final int BILL_UNPACKED_BYTES_MAX = 256 * 1024 * 1024;

  /** Files inside one archive of bills. */
  public static final int BILL_ARCHIVE_FILES_MAX = 50;

  /** Bills that are read as one timeline. */
  public static final int BILL_FILES_MAX = 50;

  /** Sheets of one workbook. */
  public static final int BILL_SHEETS_MAX = 20;

  /** Texts that the cells of a workbook share; a bill of most rows has less than a million. */
  public static final int BILL_SHARED_TEXTS_MAX = 2_000_000;

  /** Sets of bills that the page holds in memory at a time, whoever looks at them. */
  public static final int BILLS_HELD_MAX = 20;

  /** Rows of all of them together. */
  public static final int BILLS_HELD_ROWS_MAX = 600_000;

  /** Days or weeks of one stream that is watched. */
  public static final int WATCH_PERIODS_MAX = 1_100;

  /** Words of one column that a profile remembers, and unseen ones that are counted apart. */
  public static final int WATCH_WORDS_MAX = 2_000;

  /** Months back that features of bills look. */
  public static final int FLOW_MONTHS_MAX = 60;

  /** A refused row as it is kept, in UTF-16 units. */
  public static final int BILL_RAW_CHARS_MAX = 2_000;

  /** A demand or statement of claim as its writer changed it, in UTF-16 units. */
  public static final int LOAN_PAPER_CHARS_MAX = 20_000;

  /** Sums of one loan that are priced. */
  public static final int PRICE_FLOWS_MAX = 10_000;

  /** One sum of a loan that is priced: ten thousand million yuan. */
  public static final long PRICE_SUM_FEN_MAX = 1_000_000_000_000L;

  /** The days of a loan that is priced lie in these years. */
  public static final int PRICE_YEAR_MIN = 1950;

  public static final int PRICE_YEAR_MAX = 2099;

  /** Up to so many changes of direction, rates are separated one change after the other. */
  public static final int PRICE_SIGN_CHANGES_MAX = 16;

  /** The rate of a plan, in percent a year. */
  public static final int PLAN_PERCENT_MAX = 10_000;

  /** Repayments as they are typed, and a file of dated sums, in UTF-16 units. */
  public static final int PRICE_REPAYMENTS_CHARS_MAX = 20_000;

  public static final int PRICE_FLOWS_CHARS_MAX = 1_000_000;

  /** A trained model as a file. */
  public static final int MODEL_BYTES_MAX = 64 << 20;

  /** Rows of a file that a model is trained on. */
  public static final int LEARN_ROWS_MAX = 10_000_000;

  /** Columns of such a file. */
  public static final int LEARN_COLUMNS_MAX = 1_000;

  /** One line of such a file, in UTF-16 units. */
  public static final int LEARN_LINE_CHARS_MAX = 200_000;

  /** A recipe, in bytes. */
  public static final int RECIPE_BYTES_MAX = 1 << 20;

  /** A scorecard, in UTF-16 units. */
  public static final int CARD_FILE_CHARS_MAX = 1_000_000;

  /** Characteristics of one scorecard. */
  public static final int CARD_CHARACTERISTICS_MAX = 200;

  /** Bins of one characteristic. */
  public static final int CARD_BINS_MAX = 500;

  /** A scorecard in PMML, in bytes. */
  public static final int CARD_PMML_BYTES_MAX = 4_000_000;

  /** Inputs of one model that scores rows of numbers. */
  public static final int MODEL_INPUTS_MAX = 1_000;

  /** Trees of one model. */
  public static final int MODEL_TREES_MAX = 10_000;

  /** Nodes of one tree, leaves included. */
  public static final int MODEL_NODES_MAX = 100_000;

  /** Levels of a tree below its root. */
  public static final int MODEL_TREE_DEPTH_MAX = 64;

  /** Models of one weighted sum. */
  public static final int MODEL_PARTS_MAX = 100;

  /** The name of an input, and what names a plan, in UTF-8. */
  public static final int MODEL_NAME_BYTES_MAX = 1_000;

  /** Days of ordinary life in a pack's story of a bill. */
  public static final int PACK_STORY_DAYS_MAX = 400;

  private Limits() {}
}
