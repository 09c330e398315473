package dev.hufu.kernel.code;

import dev.hufu.kernel.text.Wording;

/**
 * The register of refusals. One code for one reason, the same on every edge (page, API, command
 * line). Codes are only appended, never renumbered; a caller that could see several sees the first
 * in this order. {@code {}} in a sentence stands for what was refused.
 */
public enum Code {
  // 1xx text
  TEXT_EMPTY(
      "HF-101", 422, "还没有贴聊天，也没有填什么。先把对方说的话贴进来。", "Nothing to check yet. Paste what they wrote."),
  TEXT_TOO_LONG(
      "HF-102",
      413,
      "这段文字太长了（{} 字），最多 200,000 字。只贴借钱前后的那几段。",
      "The text is too long ({} characters, at most 200,000). Paste only the part about the"
          + " money."),
  TEXT_NOT_TEXT(
      "HF-103",
      422,
      "这不像文字，像是一个文件。请贴聊天里的字，或者放截图。",
      "This does not look like text. Paste the words of the chat, or drop a screenshot."),
  // 2xx images
  IMAGE_TOO_LARGE(
      "HF-201",
      413,
      "图片太大了({})，一张最多 12 MB、2,400 万像素。",
      "The picture is too large ({}); at most 12 MB and 24 megapixels each."),
  IMAGE_BROKEN(
      "HF-202",
      422,
      "这张图打不开，可能没传完({})。请重新截一张。",
      "The picture cannot be read ({}); it may be cut off. Take the screenshot again."),
  IMAGE_TYPE(
      "HF-203",
      415,
      "只认 PNG、JPEG、WebP 截图，这个是 {}。",
      "Only PNG, JPEG and WebP screenshots are read; this is {}."),
  IMAGE_TOO_MANY("HF-204", 413, "一次最多 {} 张截图。", "At most {} screenshots at once."),
  IMAGE_NO_TEXT(
      "HF-205",
      422,
      "图里没读出字。换一张清楚的，或者直接打字。",
      "No words could be read in the picture. Try a clearer one, or type them."),
  // 3xx facts
  FACT_UNKNOWN("HF-301", 422, "没有「{}」这一项。", "There is no fact called \"{}\"."),
  FACT_WRONG_UNIT("HF-302", 422, "单位不对：{}。", "Wrong unit: {}."),
  FACT_WRONG_VALUE("HF-303", 422, "这个值不能用：{}。", "That value cannot be used: {}."),
  FACT_FILE_BROKEN("HF-304", 422, "事实文件读不懂：{}。", "The facts file cannot be read: {}."),
  FACT_TOO_MANY("HF-305", 413, "事实太多，最多 {} 项。", "Too many facts; at most {}."),
  AMOUNT_NOT_A_NUMBER(
      "HF-306",
      422,
      "「{}」不是一个金额。例如 1000 或 1,000.50。",
      "\"{}\" is not a sum. For example 1000 or 1,000.50."),
  AMOUNT_BELOW_FEN("HF-307", 422, "金额最小到分：{}。", "A sum has at most two decimals: {}."),
  TIME_BEFORE_RULES(
      "HF-308",
      422,
      "{} 早于规则包生效的日子，这里不判断。",
      "{} is before the pack's rules begin; it is not judged here."),
  TIME_NOT_A_TIME(
      "HF-309",
      422,
      "「{}」不是时间。例如 2026-11-21T20:00+08:00。",
      "\"{}\" is not a time. For example 2026-11-21T20:00+08:00."),
  // 4xx packs
  PACK_BROKEN("HF-401", 422, "规则包有错：{}。", "The pack has errors: {}."),
  PACK_NOT_FOUND("HF-402", 404, "没有这个规则包：{}。", "There is no such pack: {}."),
  PACK_TOO_LARGE("HF-403", 413, "规则包太大：{}。", "The pack is too large: {}."),
  VERSION_UNKNOWN("HF-411", 404, "没有这个版本。", "There is no such version."),
  VERSION_CLOSED(
      "HF-412",
      409,
      "这个版本已经定下来了，不能再改。要改，就开一个新版本。",
      "This version is settled and is not edited any more. To change it, begin a new version."),
  DRAFT_STALE(
      "HF-413",
      409,
      "你打开以后，别人改过这份草稿。你写的还在，先看看改了什么，再存一次。",
      "Somebody changed this draft after you opened it. What you wrote is still here; look at"
          + " their change, then save again."),
  PACK_TESTS_FAIL(
      "HF-414", 422, "还有 {} 个测试没通过，不能往前走。", "{} tests do not pass yet, so it cannot go on."),
  PROMOTE_OTHER(
      "HF-415",
      403,
      "写过这个版本的人不能自己让它上线。请另一位同事来看，由他来按。",
      "Whoever wrote on this version cannot make it live. Ask a colleague to look and to press."),
  VERSION_STATE(
      "HF-416",
      409,
      "这个版本现在不能这样做。刷新一下，看看它的状态。",
      "That cannot be done with this version now. Reload and look at its state."),
  VERSION_TAKEN(
      "HF-417",
      409,
      "版本号 {} 已经用过。改 pack.yaml 里的 version。",
      "The version {} was published before. Change version in pack.yaml."),
  REASON_NEEDED("HF-418", 422, "要写一句理由，最多 {} 个字。", "A reason is needed, at most {} characters."),
  PACK_FILE_NAME(
      "HF-419",
      422,
      "规则包里没有这样的文件名：{}。例如 rules.yaml 或 tests/more.yaml。",
      "A pack has no file of that name: {}. For example rules.yaml or tests/more.yaml."),
  SHADOW_TAKEN(
      "HF-420",
      409,
      "影子里已经有一个版本在跑：{}。先撤下它。",
      "Another version runs in the shadow already: {}. Withdraw that one first."),
  ARCHIVE_BROKEN("HF-421", 422, "这个 ZIP 读不懂：{}。", "The ZIP cannot be read: {}."),
  ARCHIVE_TOO_LARGE("HF-422", 413, "这个 ZIP 太大：{}。", "The ZIP is too large: {}."),
  TEXT_UNSTORABLE(
      "HF-423", 422, "文件里有不能存的字符：{}。", "The file holds a character that cannot be kept: {}."),
  // 5xx links and people
  LINK_UNKNOWN("HF-501", 404, "这个链接不对，或者已经收回。", "This link is wrong, or it has been withdrawn."),
  LINK_EXPIRED("HF-502", 410, "这个链接过期了。请让对方再发一个。", "This link has expired. Ask for a new one."),
  LINK_USED("HF-503", 410, "这个链接已经用过了。", "This link has been used already."),
  LINK_TOO_MANY("HF-504", 429, "一件事最多请 {} 位朋友。", "At most {} friends for one matter."),
  RATE_LIMITED("HF-505", 429, "太快了，请过 {} 秒再试。", "Too fast. Try again in {} seconds."),
  SIGN_IN_NEEDED(
      "HF-506",
      401,
      "要先登录。请用终端里打印的一次性链接。",
      "Sign in first, with the one-time link printed in the terminal."),
  FORM_STALE(
      "HF-507",
      403,
      "这一页放得太久了。你填的还在，请再按一次。",
      "This page was open too long. What you typed is kept; press again."),
  NAME_NEEDED("HF-511", 422, "要写名字，最多 {} 个字。", "A name is needed, at most {} characters."),
  TEAM_FULL("HF-512", 409, "一个团队最多 {} 位同事。", "A team has at most {} colleagues."),
  OWNER_ONLY("HF-513", 403, "这一步只有这台虎符的主人能做。", "Only the owner of this Hufu can do that."),
  PERSON_UNKNOWN("HF-514", 404, "团队里没有这个人。", "There is no such person in the team."),
  NOTE_TOO_LONG("HF-508", 413, "这句话太长了，最多 {} 个字。", "That line is too long; at most {} characters."),
  // 6xx matters
  MATTER_UNKNOWN("HF-601", 404, "没有这件事项。", "There is no such matter."),
  COOLING_NOT_OVER("HF-602", 409, "冷静时间还没到：{}。", "The cooling-off time is not over: {}."),
  MATTER_ERASED(
      "HF-603",
      410,
      "这件事项的内容已经删掉了，找不回来。",
      "The content of this matter was erased and cannot be brought back."),
  MATTER_TOO_LARGE("HF-604", 413, "这件事项存的东西太多了（{} 字节）。", "This matter holds too much ({} bytes)."),
  COOLING_LENGTH(
      "HF-605",
      422,
      "冷静时间要在 10 分钟到 7 天之间，这个是 {}。",
      "A cooling-off time is between 10 minutes and 7 days; this is {}."),
  COOLING_UNKNOWN("HF-606", 404, "这件事项没有设冷静时间。", "No cooling-off time was set for this matter."),
  // 7xx requests and the machine
  BODY_TOO_LARGE(
      "HF-701", 413, "上传的东西太大，一次最多 40 MB。", "The upload is too large; at most 40 MB at once."),
  PAGE_UNKNOWN("HF-702", 404, "没有这一页。", "There is no such page."),
  METHOD_UNKNOWN("HF-703", 405, "这一页不能这样用。", "This page cannot be used that way."),
  INPUT_LINE_BROKEN("HF-704", 422, "这一行读不懂：{}。", "This line cannot be read: {}."),
  HTTP_PORT_BUSY(
      "HF-705",
      503,
      "端口 {} 已经被别的程序占着。换一个：./hufu --port 8081",
      "Port {} is taken by another program. Choose another: ./hufu --port 8081"),
  ALREADY_RUNNING(
      "HF-706",
      503,
      "虎符已经在运行：{}。要停下它，在它的窗口按 Ctrl+C。",
      "Hufu is running already: {}. To stop it, press Ctrl+C in its window."),
  FILE_UNREADABLE("HF-707", 404, "这个文件打不开：{}。", "This file cannot be opened: {}."),
  NOT_OUR_FAULT_YET_OURS(
      "HF-799",
      500,
      "我们这边出错了，你填的没有丢。请再试一次。",
      "Something went wrong on our side; what you typed is not lost. Please try again."),
  // 8xx the database and the data folder
  DATA_FOLDER_UNUSABLE(
      "HF-801",
      500,
      "数据文件夹用不了：{}。换一个文件夹，或者改好它的权限，再启动。",
      "The data folder cannot be used: {}. Choose another, or mend its permissions, and start"
          + " again."),
  DATA_FOLDER_IN_USE(
      "HF-802",
      500,
      "另一个虎符正在用这个数据文件夹：{}。先停掉那一个，或者换一个文件夹。",
      "Another Hufu is using this data folder: {}. Stop that one first, or choose another folder."),
  DISK_FULL(
      "HF-803",
      500,
      "磁盘空间不够了（还剩 {} MB）。腾出至少 300 MB，再启动。",
      "The disk is nearly full ({} MB left). Free at least 300 MB and start again."),
  DATA_VERSION_FOREIGN(
      "HF-804",
      500,
      "数据文件夹里是 PostgreSQL {} 的数据，这个虎符用的是 18。换回原来那版虎符，或者换一个文件夹。",
      "The data folder was written by PostgreSQL {}; this Hufu brings 18. Use the Hufu that wrote"
          + " it, or choose another folder."),
  ROOT_REFUSED(
      "HF-805",
      500,
      "数据库不肯用 root 运行，这里又换不了身份（{}）。请用普通用户启动虎符。",
      "The database refuses to run as root and no other identity is possible here ({}). Start Hufu"
          + " as an ordinary user."),
  DATABASE_DID_NOT_START(
      "HF-806",
      500,
      "数据库没有启动：{}。看看数据文件夹里的 log，再试一次。",
      "The database did not start: {}. Look into log in the data folder and try again."),
  DATABASE_UNREACHABLE(
      "HF-807",
      503,
      "连不上数据库：{}。看看 HUFU_DATABASE_URL 对不对，数据库开着没有。",
      "The database cannot be reached: {}. Check HUFU_DATABASE_URL and that the database runs."),
  DATABASE_SCHEMA_FOREIGN(
      "HF-808",
      500,
      "数据库里的表和这版虎符对不上：{}。换用写下它的那版虎符，或者更新的一版。",
      "The tables in the database do not fit this Hufu: {}. Use the Hufu that wrote them, or a"
          + " newer one."),
  DATABASE_ADDRESS_BROKEN(
      "HF-809",
      500,
      "HUFU_DATABASE_URL 读不懂：{}。例如 postgres://用户:密码@主机:5432/hufu。",
      "HUFU_DATABASE_URL cannot be read: {}. For example postgres://user:password@host:5432/hufu."),
  MASTER_KEY_MISSING(
      "HF-810",
      500,
      "找不到打开数据的钥匙：{}。把备份的钥匙文件放回去，再启动。",
      "The key to the data is missing: {}. Put the key file back from your backup and start"
          + " again."),
  MASTER_KEY_WRONG(
      "HF-811",
      500,
      "这把钥匙打不开这里的数据：{}。换回原来的钥匙文件，再启动。",
      "This key does not open this data: {}. Put the original key file back and start again."),
  PLATFORM_WITHOUT_DATABASE(
      "HF-812",
      500,
      "自带的数据库不能在 {} 上运行。请自己装 PostgreSQL 18，再设 HUFU_DATABASE_URL。",
      "The database that comes with Hufu does not run on {}. Install PostgreSQL 18 and set"
          + " HUFU_DATABASE_URL."),
  PORT_UNAVAILABLE(
      "HF-813",
      500,
      "数据库占不到端口：{}。关掉占用端口的程序，再启动。",
      "The database found no port: {}. Close the program that holds it and start again."),
  // 9xx events
  EVENT_FILE_BINARY(
      "HF-901",
      415,
      "这个文件不是文字，读不出事件：{}。",
      "This file is no text; no event can be read from it: {}."),
  EVENT_FILE_CUT(
      "HF-902",
      422,
      "压缩文件在这里断了：{}。前面读到的都有效。",
      "The packed file breaks off here: {}. What was read before it stands."),
  EVENT_FILE_TOO_LARGE(
      "HF-903",
      413,
      "事件文件太大，解开后最多 {} 字节。",
      "The event file is too large; at most {} bytes unpacked."),
  EVENT_LINE_TOO_LONG("HF-904", 413, "这一行太长，最多 {} 字节。", "The line is too long; at most {} bytes."),
  EVENT_ENCODING("HF-905", 422, "这里不是 {} 编码。", "This is not {}."),
  EVENT_LINE_BROKEN("HF-906", 422, "这一行不是一个事件：{}。", "The line is not one event: {}."),
  EVENT_FIELD_TWICE("HF-907", 422, "「{}」在同一个事件里写了两次。", "\"{}\" stands twice in one event."),
  EVENT_TYPE_UNKNOWN("HF-908", 422, "没有「{}」这种事件。", "There is no kind of event called \"{}\"."),
  EVENT_FIELD_UNKNOWN("HF-909", 422, "事件没有「{}」这一项。", "The event has no field \"{}\"."),
  EVENT_NOT_FINITE(
      "HF-910",
      422,
      "「{}」不是一个数：NaN 和无穷大都不收。",
      "\"{}\" is no number: NaN and Infinity are refused."),
  EVENT_WRONG_KIND("HF-911", 422, "值的种类不对：{}。", "The value is of the wrong kind: {}."),
  EVENT_NUMBER_TOO_LARGE("HF-912", 422, "数太大：{}。", "The number is too large: {}."),
  EVENT_DECIMALS_TOO_MANY("HF-913", 422, "小数位太多：{}。", "There are too many decimals: {}."),
  EVENT_WORD_TOO_LONG("HF-914", 422, "这个词太长：{}。", "The word is too long: {}."),
  EVENT_WORD_UNUSABLE(
      "HF-915", 422, "这个词是空的，或者含有控制字符：{}。", "The word is empty or holds control characters: {}."),
  EVENT_ID_TOO_LONG("HF-916", 422, "编号太长，最多 {} 个字符。", "The id is too long; at most {} characters."),
  EVENT_TIME_NOT_A_TIME("HF-917", 422, "时间读不懂，应为：{}。", "This is not a time; expected: {}."),
  EVENT_TIME_OUT_OF_RANGE("HF-918", 422, "时间不在 {} 之间。", "The time lies outside {}."),
  EVENT_FIELD_MISSING("HF-919", 422, "缺少「{}」。", "\"{}\" is missing."),
  EVENT_ROW_CELLS(
      "HF-920",
      422,
      "这一行的格数和表头不一样：{}。",
      "The row has another number of cells than the header: {}."),
  MAPPING_BROKEN("HF-921", 422, "对照文件有错：{}。", "The mapping file is wrong: {}."),
  MAPPING_COLUMN_MISSING("HF-922", 422, "表头里没有这一列：{}。", "The header has no such column: {}."),
  MAPPING_COLUMN_UNUSED(
      "HF-923",
      422,
      "对照文件没有说这一列放哪里：{}。不要它，就写进 skip。",
      "The mapping does not say where this column goes: {}. To leave it out, name it in skip."),
  MAPPING_MISSING(
      "HF-924",
      422,
      "表格要配一份对照文件才能读（--mapping）：{}。",
      "A table is read with a mapping file (--mapping): {}."),
  // 95x features
  FEATURE_TOO_MANY("HF-951", 413, "特征太多，最多 {} 个。", "Too many features; at most {}."),
  FEATURE_NAME(
      "HF-952",
      422,
      "特征的名字不能用：{}。名字用小写字母开头，例如 payer.out.sum_24h，不能重复。",
      "The feature's name cannot be used: {}. Names begin with a small letter, such as"
          + " payer.out.sum_24h, and stand once."),
  FEATURE_FIELD_UNKNOWN(
      "HF-953", 422, "特征用了没有声明的事件或字段：{}。", "The feature uses what is not declared: {}."),
  FEATURE_KEY(
      "HF-954",
      422,
      "特征的键不对：{}。键是一个或两个字段，读的时候要同样多、同样种类。",
      "The feature's key is wrong: {}. A key is one field or two, and is read by as many of the"
          + " same kinds."),
  FEATURE_WRONG_KIND(
      "HF-955", 422, "特征的算法和字段的种类对不上：{}。", "The aggregate does not suit the field: {}."),
  FEATURE_WINDOW(
      "HF-956",
      422,
      "时间窗口超出范围：{}。宽 1 分钟到 90 天，推迟最多 90 天，迟到最多 24 小时。",
      "The window is out of range: {}. A width is 1 minute to 90 days, a delay at most 90 days,"
          + " lateness at most 24 hours."),
  FEATURE_RATIO(
      "HF-957",
      422,
      "比值不对：{}。比值要两个别的特征，它们是数，不绕回自己，并且能一起读。",
      "The ratio is wrong: {}. It takes two other features that are numbers, do not lead back to"
          + " it, and can be read together."),
  SNAPSHOT_BROKEN(
      "HF-958",
      422,
      "状态快照坏了或者不完整：{}。请从更早的快照或事件重建。",
      "The snapshot is damaged or incomplete: {}. Restore an earlier one, or rebuild from events."),
  SNAPSHOT_FOREIGN(
      "HF-959",
      409,
      "状态快照不是这一版写的：{}。用写下它的规则包和版本，或从事件重建。",
      "The snapshot was not written by this version: {}. Use the pack and version that wrote it,"
          + " or rebuild from events."),
  // 96x events that were not counted, 97x records of decisions
  EVENT_DUPLICATE("HF-961", 409, "这个事件编号已经用过：{}。", "This event id was used already: {}."),
  EVENT_TOO_LATE("HF-962", 422, "这个事件来得太晚：{}。", "This event came later than the pack allows: {}."),
  EVENT_FROM_FUTURE(
      "HF-963", 422, "这个事件的时间还没到：{}。", "This event claims a moment that has not come: {}."),
  EVENT_KEY_FULL(
      "HF-964",
      422,
      "同一个账号（或设备）在窗口里的事件太多，没有计数：{}。",
      "One account (or device) has too many events in its window; not counted: {}."),
  RECORD_BROKEN("HF-971", 422, "决定的记录坏了：{}。", "The record of the decision is damaged: {}."),
  RECORD_FOREIGN("HF-972", 409, "这条决定不是这个规则包做的：{}。", "Another pack made this decision: {}."),
  // 98x packs over events on the server
  SHADOW_UNREADING(
      "HF-981",
      422,
      "影子里的那一版读不了这份历史，没有跟着判断：{}。",
      "The version in the shadow cannot read this history and did not decide along: {}."),
  HISTORY_TOO_LONG(
      "HF-982",
      413,
      "历史太长：最多 {} 行。请分成几份，或用 hufu backtest。",
      "The history is too long: at most {} lines. Split it, or use hufu backtest."),
  // 104x loans between people
  LOAN_SUM_OUT_OF_RANGE(
      "HF-1041",
      422,
      "这个金额写不成借条：{}。要大于等于零，最多一万亿元。",
      "This sum does not fit an IOU: {}. It is zero or more, and at most a million million yuan."),
  LOAN_FILE_BROKEN("HF-1042", 422, "借款文件有错：{}。", "The loan file is wrong: {}."),
  LOAN_PLAN_UNUSABLE(
      "HF-1043",
      422,
      "还款计划不能用：{}。日期要在借钱之后、从早到晚，各期加起来等于本金，最多 360 期。",
      "The plan of repayment cannot be used: {}. Days lie after the loan and ascend, the parts add"
          + " up to the principal, at most 360 of them."),
  LOAN_PAYMENT_UNUSABLE(
      "HF-1044",
      422,
      "这一笔钱记不上：{}。金额要大于零，日子不能早于借钱那天。",
      "This payment cannot be counted: {}. It is more than zero, and not earlier than the loan."),
  LOAN_LAW_MISSING(
      "HF-1045", 422, "这份规则包里没有能用的条目：{}。", "The pack has no entry that may decide this: {}."),
  LOAN_FORMAT_UNKNOWN(
      "HF-1046", 422, "写不了这种文件：{}。用 .csv 或 .xlsx。", "No such format: {}. Use .csv or .xlsx."),
  LOAN_EVIDENCE_UNKNOWN(
      "HF-1047", 422, "证据清单里没有这一项：{}。", "The list of evidence has no such item: {}."),
  LOAN_REGISTER_TOO_LONG("HF-1048", 413, "一份登记最多 {} 笔借款。", "A register holds at most {} loans."),
  // 107x the evidence log
  LOG_KEY_MISSING(
      "HF-1071",
      500,
      "找不到给日志签名的钥匙，或者它坏了：{}。把备份的钥匙文件放回去，再启动。",
      "The key that signs the log is missing or damaged: {}. Put the key file back from your"
          + " backup and start again."),
  LOG_BEHIND(
      "HF-1072",
      503,
      "这个数据库比已经公开过的日志旧：{}。接着签就会有两个版本，所以先停下。请恢复更新的备份，或者运行" + " hufu evidence new-epoch 另起一段。",
      "This database is older than the log that was published: {}. Signing on would tell two"
          + " stories, so the log stands still. Restore a newer backup, or begin a new epoch with"
          + " hufu evidence new-epoch."),
  LOG_FORKED(
      "HF-1073",
      503,
      "这个数据库里的日志和公开过的不是同一份：{}。请恢复对的备份，或者运行 hufu evidence new-epoch 另起一段。",
      "The log in this database is not the one that was published: {}. Restore the right backup,"
          + " or begin a new epoch with hufu evidence new-epoch."),
  LOG_MARKER_MISSING(
      "HF-1074",
      503,
      "不知道日志公开到了哪里，记号文件不见了或者读不懂：{}。放回记号文件，或者运行 hufu evidence new-epoch 另起一段。",
      "How far the log was published is not known; its marker file is missing or unreadable: {}."
          + " Put the file back, or begin a new epoch with hufu evidence new-epoch."),
  LOG_ENTRY_UNKNOWN(
      "HF-1075",
      404,
      "日志里没有这个指纹：{}。看看是不是同一个文件，一个字都不能差。",
      "The log has no entry with this digest: {}. Check that it is the very same file."),
  LOG_NOT_A_DIGEST(
      "HF-1076",
      422,
      "「{}」不是指纹。指纹是 64 个 0–9、a–f 的字符（SHA-256）。",
      "\"{}\" is not a digest: 64 characters of 0–9 and a–f (SHA-256)."),
  LOG_NOT_PUBLISHED(
      "HF-1077",
      503,
      "日志还没有签出第一个检查点。过几秒再来。",
      "The log has not signed its first checkpoint yet. Come back in a few seconds."),
  // 109x kept files and bundles
  KEPT_FILE_SIZE(
      "HF-1091",
      413,
      "这个文件不能存：{} 字节。空文件不存，太大的请先分成几份。",
      "This file cannot be kept: {} bytes. It is empty or too large; split it first."),
  KEPT_FILES_TOO_MANY(
      "HF-1092",
      413,
      "这件事存的文件太多了：{}。删不掉旧的；把这件事分成两件来存。",
      "Too many files are kept with this matter: {}. Keep the rest with another matter."),
  BUNDLE_TOO_LARGE(
      "HF-1093",
      413,
      "证据包太大：{} 字节。换一种收件人，或者隐去几项。",
      "The bundle is too large: {} bytes. Choose another recipient or redact some items."),
  BUNDLE_EMPTY(
      "HF-1094",
      422,
      "这件事还没有能放进这种证据包的东西：{}。先把凭证、截图或文书存进来。",
      "This matter has nothing for such a bundle yet: {}. Keep vouchers, screenshots or documents"
          + " first."),
  BUNDLE_NO_ITEM(
      "HF-1095",
      422,
      "要隐去的项不在这个包里：{}。看清单上的编号或材料的编号。",
      "No such item to redact: {}. See the numbers of the list, or the ids of the items."),
  BUNDLE_PROFILE(
      "HF-1096",
      422,
      "「{}」不是收件人。可以是 court、police、insurer、platform。",
      "\"{}\" is no recipient: court, police, insurer or platform."),
  BUNDLE_DOES_NOT_HOLD(
      "HF-1097",
      409,
      "做好的证据包自己核对没有通过：{}。先不要交出去；用 hufu evidence fsck 看看日志。",
      "The finished bundle did not hold when it was checked: {}. Do not hand it out; look at the"
          + " log with hufu evidence fsck."),
  CAPTURE_FORM(
      "HF-1098",
      422,
      "这份材料没有填全：{}。选好文件，写上是谁给的、怎么来的。",
      "Something is missing of this item: {}. Choose the file; say who gave it and how."),
  // 113x witnesses and times of the log
  LOG_POLICY_BROKEN("HF-1131", 500, "见证规则读不懂：{}。", "The witness policy cannot be read: {}."),
  WITNESS_UNREACHABLE(
      "HF-1132", 502, "见证方没有答复：{}。会再问。", "A witness does not answer: {}. It is asked again."),
  WITNESS_REFUSED(
      "HF-1133", 502, "见证方不接：{}。把 /log/keys 交给它。", "A witness refuses: {}. Give it /log/keys."),
  WITNESS_ANSWER_WRONG("HF-1134", 502, "见证方答得不对：{}。", "A witness's answer does not hold: {}."),
  LOG_NOT_WITNESSED(
      "HF-1135", 503, "见证方不够：{}。日志照常写，会补。", "Too few witnesses: {}. The log goes on."),
  TIME_AUTHORITIES_BROKEN(
      "HF-1136", 500, "时间戳机构的名单读不懂：{}。", "The list of time authorities cannot be read: {}."),
  TIME_UNREACHABLE("HF-1137", 502, "时间戳机构没有答复：{}。会再问。", "A time authority does not answer: {}."),
  WITNESS_FILES_BROKEN("HF-1138", 500, "见证方的文件读不了或写不了：{}。", "A file of the witness is broken: {}."),
  LOG_NONE_BEFORE("HF-1139", 422, "这里还没有签出过日志：{}。", "No log was ever signed here: {}."),
  WITNESS_RUNNING("HF-1140", 503, "文件夹或端口已经有人在用：{}。", "The folder or the port is in use: {}."),
  // 102x signed documents, 103x times of authorities
  DOCUMENT_BROKEN("HF-1021", 422, "这份文书的排版文字读不懂：{}。", "The document's markup cannot be read: {}."),
  DOCUMENT_OUTSIDE("HF-1022", 422, "文书里不能有这个：{}。", "A document may not hold this: {}."),
  DOCUMENT_GLYPH("HF-1023", 422, "这个字印不出来：{}。", "This character cannot be printed: {}."),
  DOCUMENT_TOO_LARGE("HF-1024", 413, "文书或附件太大：{}。", "Document or attachment too large: {}."),
  PDF_BROKEN("HF-1025", 422, "这个 PDF 读不懂：{}。", "This PDF cannot be read: {}."),
  SIGNER_KEY_WRONG("HF-1026", 422, "签名用的钥匙不对：{}。", "The signer's key is wrong: {}."),
  SIGNATURE_WRONG("HF-1027", 422, "签名对不上：{}。", "The signature does not match: {}."),
  SEAL_PLACE_WRONG("HF-1028", 422, "签名的位置不对：{}。", "The place of the seal is wrong: {}."),
  SIGNING_STATE_BROKEN("HF-1029", 422, "签到一半的文件读不懂：{}。", "The begun signing is damaged: {}."),
  SIGNED_SINCE("HF-1030", 409, "时间戳放不进这个签名：{}。", "The time cannot go inside: {}."),
  TIME_MALFORMED("HF-1031", 422, "时间戳读不懂：{}。", "The timestamp cannot be read: {}."),
  TIME_REJECTED("HF-1032", 502, "时间戳机构没有答应：{}。", "The time authority refused: {}."),
  TIME_OTHER_DIGEST("HF-1033", 422, "时间戳是给别的内容的：{}。", "The time is of another digest: {}."),
  TIME_OTHER_NONCE("HF-1034", 422, "时间戳不是答这一次的：{}。", "The time answers another request: {}."),
  TIME_ALGORITHM("HF-1035", 422, "时间戳用的算法不行：{}。", "The timestamp's algorithm is refused: {}."),
  TIME_UNTRUSTED("HF-1036", 422, "时间戳机构不可信：{}。", "The time authority is not trusted: {}."),
  TIME_EXPIRED("HF-1037", 422, "时间戳机构的证书过期了：{}。", "The authority's certificate ended: {}."),
  TIME_SIGNATURE_WRONG("HF-1038", 422, "时间戳的签名不对：{}。", "The timestamp's signature is wrong: {}."),
  TIME_FAR("HF-1039", 422, "时间戳说的时间差太远：{}。", "The stated time is far from now: {}."),
  // 114x keys, holds, retention
  KEYS_MISSING(
      "HF-1141",
      500,
      "钥匙库里没有这些事的钥匙：{}。把钥匙库放回去（或者 hufu evidence keys restore），再启动。",
      "The key store does not hold the keys of these matters: {}. Put the key store back (or run"
          + " hufu evidence keys restore) and start again."),
  KEYS_UNUSABLE("HF-1142", 500, "钥匙库不能用：{}。", "The key store cannot be used: {}."),
  KEYS_BACKUP_BROKEN(
      "HF-1143", 422, "钥匙库的备份读不懂：{}。", "The backup of the key store cannot be read: {}."),
  MATTER_HELD(
      "HF-1144",
      409,
      "这件事保全中（{} 起），现在不能删。解除保全以后再来。",
      "This matter is under a legal hold (since {}) and cannot be erased. Come back when it is"
          + " lifted."),
  MATTER_SEALED(
      "HF-1145",
      410,
      "这件事已经封存，看不了也改不了；到 {} 法定的保存期满，会自己删掉。",
      "This matter is sealed: nobody can read or change it. Its statutory term ends on {}, and then"
          + " it erases itself."),
  HOLD_UNKNOWN("HF-1146", 404, "没有这个保全。", "There is no such hold."),
  HOLD_SECOND_PERSON(
      "HF-1147",
      409,
      "解除保全要另一个人来做：设的人自己不能解除。",
      "A second person lifts a hold: whoever set it cannot."),
  HOLD_FULL("HF-1148", 409, "一件事最多 {} 个保全。", "A matter carries at most {} holds."),
  HOLD_REASON("HF-1149", 422, "选一个保全的原因。", "Choose why the matter is held."),
  // 111x IOUs
  IOU_UNKNOWN("HF-1111", 404, "这件事还没有借条。", "This matter has no IOU yet."),
  IOU_STATE("HF-1112", 409, "借条现在不能这样改：{}。", "The IOU cannot be changed like that now: {}."),
  IOU_CHANGED(
      "HF-1113",
      409,
      "借条刚才改过了，你看到的是旧的。你还没有签。请重新看一遍。",
      "The IOU was changed just now; what you see is the old one. You have not signed. Read it"
          + " again."),
  IOU_SIGNED_MEANWHILE(
      "HF-1114",
      409,
      "刚才另一位也签了，你的签名要接在后面。内容没有变，请再点一次「同意并签名」。",
      "Someone else signed just now, and yours goes behind. The text is the same; press \"Agree and"
          + " sign\" again."),
  LINK_ELSEWHERE(
      "HF-1115",
      403,
      "这条链接已经在另一台手机或另一个浏览器里打开过。请让对方再发一条。",
      "This link was opened on another device or browser. Ask for a new one."),
  IOU_WITHDRAWN(
      "HF-1116",
      410,
      "这张借条已经收回或退回，现在不能签。",
      "This IOU was taken back or sent back; it cannot be signed now."),
  SIGNER_NAME_DIFFERS(
      "HF-1117",
      422,
      "写的名字和借条上的不一样。名字错了，就点「有地方不对」。",
      "The name differs from the one on the IOU. If that one is wrong, press \"Something is"
          + " wrong\"."),
  SIGNER_NOT_AGREED("HF-1118", 422, "请先勾上「我看过全文」。", "Tick \"I have read it all\" first."),
  HANDWRITING_WRONG(
      "HF-1119",
      422,
      "手写的签名太大或者读不懂：{}。擦掉重写一次。",
      "The drawn signature is too large or cannot be read: {}. Clear it and draw again."),
  ISSUER_KEY_MISSING(
      "HF-1120",
      500,
      "签发用的钥匙文件不见了或者读不懂：{}。从备份里找回它。",
      "The issuing key file is missing or unreadable: {}. Restore it from a backup."),
  SIGNING_NOT_BEGUN(
      "HF-1121",
      409,
      "这次签名没有准备好。请重新点一次「同意并签名」。",
      "This signing was not prepared. Press \"Agree and sign\" again."),
  CASE_RENEWALS_USED(
      "HF-1351",
      409,
      "最多 {} 次，已经用完，没有下一次。去问立案和冻结。",
      "At most {} times, and those are used; there is no further one. Ask about filing and"
          + " freezing."),
  CASE_EVENT_UNKNOWN("HF-1352", 422, "计划里没有这件事：{}。", "The plan knows no such event: {}."),
  CASE_EVENT_TOO_EARLY(
      "HF-1353",
      422,
      "这件事要在「{}」之后。先填前面那件，或者改时间。",
      "This comes after \"{}\". Enter that one first, or change the time."),
  CASE_EVENT_AHEAD(
      "HF-1354",
      422,
      "这个时间还没到：{}。填已经发生的时间。",
      "That moment has not come yet: {}. Enter when it happened."),
  CASE_PLAN_UNKNOWN("HF-1355", 404, "没有这份计划：{}。", "There is no such plan: {}."),
  CASE_TASK_UNKNOWN("HF-1356", 422, "计划里没有这一步：{}。", "The plan has no such step: {}."),
  CASE_ENTRIES_TOO_MANY(
      "HF-1357", 409, "这件事记得太多了（最多 {} 条），记不下了。", "This case is full (at most {} entries)."),
  CASE_ENTRY_SIZE("HF-1358", 413, "这一条太长：{}。写短一些。", "This entry is too long: {}. Shorten it."),
  CASE_TIME_WRONG(
      "HF-1359",
      422,
      "时间看不懂：{}。写成 2026-11-22 12:40。",
      "The time cannot be read: {}. Write it as 2026-11-22 12:40."),
  CASE_PAPER_UNKNOWN("HF-1360", 404, "没有这份文书：{}。", "There is no such paper: {}."),
  CASE_ANSWER_UNKNOWN("HF-1361", 422, "检查里没有这一项：{}。", "The check has no such item: {}."),
  CASE_EVENT_TWICE(
      "HF-1362",
      409,
      "「{}」已经填过。填错了就先撤回，再填一次。",
      "\"{}\" is entered already. If it is wrong, take it back first."),
  // 124x the audit of a lender
  LENDER_FILE_BROKEN("HF-1241", 422, "核对出借方的文件有误：{}。", "The lender file has a mistake: {}."),
  APK_BROKEN(
      "HF-1242",
      422,
      "这个安装包读不了：{}。可以改贴权限清单。",
      "This app package cannot be read: {}. You may paste its permissions instead."),
  APK_TOO_LARGE(
      "HF-1243",
      413,
      "安装包太大：{}。可以改贴权限清单。",
      "The app package is too large: {}. You may paste its permissions instead."),
  LICENCE_LIST_BROKEN("HF-1244", 422, "持牌名单读不了：{}。", "The licence list cannot be read: {}."),
  LICENCE_LIST_TOO_LARGE("HF-1245", 413, "持牌名单太长：{}。", "The licence list is too long: {}."),
  LICENCE_LIST_UNDATED(
      "HF-1246",
      422,
      "名单没有写明出处和日期：{}。没有日期的名单不能用来核对。",
      "The list does not tell its source and day: {}. A list without a day proves nothing."),
  PERMISSIONS_UNREADABLE(
      "HF-1247", 422, "权限清单读不懂：{}。一行写一个。", "The permissions cannot be read: {}. One a line."),
  COLLECTION_UNREADABLE(
      "HF-1251",
      422,
      "催收记录第 {} 行读不懂。一行一次：2026-11-20 22:30，谁，本人，说了什么。",
      "Line {} of the collection log cannot be read. One contact a line: 2026-11-20 22:30, who, me,"
          + " what was said."),
  LENDER_FIELD_WRONG("HF-1252", 422, "这一格填得不对：{}。", "This field is not right: {}."),
  // 13xx bills
  BILL_NOT_A_BILL(
      "HF-1301",
      422,
      "这不像账单：前 {} 行里没有「交易时间」和「金额」这样的表头。请上传平台导出的原文件。",
      "This does not look like a bill: no header with time and amount in its first {} rows. Use the"
          + " file as the platform exported it."),
  BILL_TOO_LARGE(
      "HF-1302",
      413,
      "文件太大：{}。请把时间段分短些，分几次导出。",
      "The file is too large: {}. Export shorter periods, one by one."),
  BILL_ROWS_TOO_MANY(
      "HF-1303",
      413,
      "行数太多，读到这里就停了，一行也没有收下：多于 {} 行。请把时间段分短些，分几次导出。",
      "Too many rows, reading ended here and none was taken: more than {}. Export shorter"
          + " periods."),
  BILL_ENCODING(
      "HF-1304",
      422,
      "文字编码坏了：{}。请用原文件，不要先用别的软件另存。",
      "The encoding of the text is broken: {}. Use the original file, not one saved again."),
  BILL_PASSWORD_NEEDED(
      "HF-1305",
      422,
      "压缩包有密码：{}。微信把六位数字发在「微信支付」的消息里；支付宝的在导出通知里。",
      "The archive has a password: {}. WeChat sends six digits in the WeChat Pay chat; Alipay in"
          + " its notice of the export."),
  BILL_PASSWORD_WRONG(
      "HF-1306",
      422,
      "压缩包的密码不对：{}。请核对那六位数字；每一份账单的密码都不一样。",
      "The password of the archive is wrong: {}. Check the six digits; every export has its own."),
  BILL_ARCHIVE_BROKEN("HF-1307", 422, "压缩包坏了或者不完整：{}。", "The archive is broken or cut: {}."),
  BILL_ARCHIVE_TOO_LARGE(
      "HF-1308",
      413,
      "压缩包解开以后太大，没有继续解：{}。",
      "The archive unpacks to too much, so it was not unpacked further: {}."),
  BILL_SHEET_BROKEN("HF-1309", 422, "表格坏了或者不完整：{}。", "The sheet is broken or cut: {}."),
  BILL_SHEET_LOCKED(
      "HF-1310",
      422,
      "这个表格自己设了打开密码：{}。请先在表格软件里去掉密码再来。",
      "The sheet has a password of its own: {}. Remove it in the program that made it."),
  BILL_EMPTY("HF-1311", 422, "有表头，但是一行交易也没有。", "There is a header, but not one row below it."),
  BILL_COLUMN_MISSING(
      "HF-1312",
      422,
      "表头里少了这一列：{}。请用没有改过的原文件。",
      "The header lacks this column: {}. Use the original file, unchanged."),
  BILL_OTHER_FILE(
      "HF-1313",
      422,
      "这是 {}，不是账单的表格。请导出 CSV 或 XLSX（微信选「用于个人对账」）。",
      "This is {}, not the table of a bill. Export it as CSV or XLSX."),
  BILL_ROW_CELLS("HF-1314", 422, "格数和表头对不上：{}。", "The cells do not fit the header: {}."),
  BILL_ROW_CUT("HF-1315", 422, "文件在这一行中间断了。", "The file is cut in the middle of this row."),
  BILL_TIME("HF-1316", 422, "时间读不懂：{}。", "The time cannot be read: {}."),
  BILL_TIME_RANGE(
      "HF-1317",
      422,
      "时间不可能：{}。多半是表格软件改过日期。",
      "The time is impossible: {}. A spreadsheet program has likely changed it."),
  BILL_AMOUNT("HF-1318", 422, "金额读不懂：{}。", "The amount cannot be read: {}."),
  BILL_AMOUNT_SIGN("HF-1319", 422, "金额的正负和收支对不上：{}。", "The sign contradicts the direction: {}."),
  BILL_DIRECTION(
      "HF-1320",
      422,
      "收支写的是「{}」，不认得，先按不计收支列出。",
      "The direction says \"{}\", which is not known; the row is listed as neutral."),
  BILL_FORMULA(
      "HF-1321",
      422,
      "时间或金额是公式，不是原来的数：{}。",
      "Time or amount is a formula, not a figure of the export: {}."),
  BILL_ROW_ENCODING("HF-1322", 422, "这一行的文字编码坏了：{}。", "The encoding of this row is broken: {}."),
  BILL_QUOTE_OPEN("HF-1323", 422, "引号没有收尾。", "A quotation mark is never closed."),
  BILL_HEADER_TWICE(
      "HF-1324",
      422,
      "表头又出现了一次，没有当成交易。",
      "The header stands here again; it was not taken for a row."),
  BILL_FORMULA_SEEN(
      "HF-1325",
      422,
      "格子里有公式，只当文字读，没有计算：{}。",
      "A cell holds a formula; it was read as text, never reckoned: {}."),
  BILL_MACRO("HF-1326", 422, "文件里有宏，没有运行：{}。", "The file carries macros; they were not run: {}."),
  BILL_CURRENCY(
      "HF-1327",
      422,
      "不是人民币：{}。这样的行单独列出，不加进合计。",
      "Other money than yuan: {}. Such rows are listed and left out of the sums."),
  BILL_TOTALS_DIFFER(
      "HF-1328",
      422,
      "文件头写的和读到的对不上：{}。",
      "The head of the file says one thing, its rows another: {}."),
  BILL_NEGATIVE(
      "HF-1329",
      422,
      "金额写成了负数：{}。收支说的是同一个方向，按收支读。",
      "The amount is written as negative: {}. The direction agrees and was followed."),
  BILL_FILES_TOO_MANY("HF-1330", 413, "一次最多 {} 个文件。", "At most {} files at a time."),
  BILL_NOT_IN_SHEET(
      "HF-1331", 422, "这一张表不是账单，没有读：{}。", "This sheet is no bill and was not read: {}."),
  LOAN_UNWRITTEN(
      "HF-1049",
      409,
      "还没有写下这笔借款：借给谁、多少、哪天还。",
      "This loan is not written down yet: to whom, how much, until when."),
  LOAN_ENTRY_UNKNOWN("HF-1050", 404, "没有这一笔，或者已经撤回。", "No such entry, or it was taken back."),
  LOAN_ENTRIES_FULL("HF-1051", 413, "一笔借款最多记 {} 条。", "A loan holds at most {} entries."),
  LOAN_PAPER_TOO_LONG("HF-1052", 413, "这份文书太长：{} 字。", "This paper is too long: {} characters."),
  // 143x features of bills, and watching models
  FLOW_CLASS(
      "HF-1431",
      422,
      "账单里没有这一类数据：{}。能用的是 WALLET_FLOW、BANK_FLOW、MERCHANT_REVENUE。",
      "Bills hold no such class of data: {}. There are WALLET_FLOW, BANK_FLOW, MERCHANT_REVENUE."),
  FLOW_DAY(
      "HF-1432", 422, "「{}」不是日期，写成 2026-11-20。", "\"{}\" is not a day; write it as 2026-11-20."),
  FLOW_MONTHS("HF-1433", 422, "往回看 1 到 60 个月，不能是 {}。", "Between 1 and 60 months back, not {}."),
  FLOW_NO_ROWS("HF-1434", 422, "账单里没有读到一笔交易。", "Not one row of the bills was read."),
  BILL_NONE_GIVEN("HF-1438", 422, "还没有选账单文件。", "No bill was chosen."),
  WATCH_PERIODS(
      "HF-1435",
      413,
      "天数或周数太多，最多 {}。按周看，或者分开几份。",
      "More than {} days or weeks. Go by weeks, or split the file."),
  WATCH_OUTCOME(
      "HF-1436",
      422,
      "结果要写 0 或 1，还没到的留空，不能是「{}」。",
      "An outcome is 0 or 1, or empty while it has not arrived; not \"{}\"."),
  WATCH_CARD(
      "HF-1439", 422, "这个文件里没有评分卡的分数线：{}。", "This file holds no cut-off of a scorecard: {}."),
  WATCH_NO_PROFILE(
      "HF-1437",
      422,
      "没有训练时的分布可以对照：{}。用 --baseline 给训练时打过分的表。",
      "There is no profile of the training to hold it against: {}. Give the scored training table"
          + " with --baseline."),
  // 120x the price of a loan
  PRICE_NO_REPAYMENT(
      "HF-1201",
      422,
      "没有一笔还款，算不出价钱。把每期还多少写上，例如 14×4928。",
      "There is no repayment, so there is no price. Say what is paid, for example 14x4928."),
  PRICE_NOTHING_RECEIVED(
      "HF-1202",
      422,
      "没有一笔到手的钱，只有付出去的。先写到手多少。",
      "Nothing was received; there are only payments. Say first what arrived."),
  PRICE_REPAID_FIRST(
      "HF-1203",
      422,
      "还款（{}）在放款之前。放款前先交的钱，请从到手的数里减掉再算。",
      "A payment ({}) comes before the loan. Take what was paid in advance off what was received."),
  PRICE_FLOWS_TOO_MANY(
      "HF-1204", 413, "一共 {} 笔，最多 10,000 笔。", "{} sums are too many; at most 10,000."),
  PRICE_SUM_TOO_LARGE(
      "HF-1205",
      422,
      "金额太大：{}。一笔最多 100 亿元。",
      "The sum is too large: {}. At most 10,000,000,000 yuan each."),
  PRICE_CURRENCIES_MIXED(
      "HF-1206", 422, "混了几种货币：{}。换成同一种再算。", "More than one currency: {}. Bring them to one first."),
  PRICE_DAY_OUT_OF_RANGE(
      "HF-1207",
      422,
      "日期 {} 不在 1950 年到 2099 年之间，请看看是不是写错了。",
      "The day {} is not between 1950 and 2099; it may be a slip."),
  PRICE_REPAYMENTS_UNREAD(
      "HF-1208",
      422,
      "还款里的「{}」看不懂。写成 14×4928，或者 3x500,1x9000，一行一段也行。",
      "\"{}\" among the repayments cannot be read. Write 14x4928, or 3x500,1x9000, or one part a"
          + " line."),
  PRICE_REPAYMENTS_UNCLEAR(
      "HF-1209",
      422,
      "「{}」有两种读法。几期在前、每期多少在后，例如 14×4928；金额里不写逗号。",
      "\"{}\" can be read in two ways. The number comes first, then the sum, for example 14x4928;"
          + " no commas inside a sum."),
  PRICE_FLOWS_ROW(
      "HF-1210",
      422,
      "这一行看不懂：{}。每行是日期和金额，收到写正数，付出写负数，例如 2024-11-01,42500。",
      "This row cannot be read: {}. A row has a day and a sum, plus for received and minus for"
          + " paid, for example 2024-11-01,42500."),
  PRICE_RATE_BEYOND(
      "HF-1211",
      422,
      "算出来的年利率大得没法写（超过 100,000,000,000 %）。看「每 1,000 元多付多少」那一行。",
      "The annual rate is too large to print (over 100,000,000,000 %). See the line per 1,000."),
  PRICE_NO_TIME(
      "HF-1212",
      422,
      "钱都在同一天进出，没有经过时间，算不出利率。",
      "All the money moves on one day; no time passes, so there is no rate."),
  PRICE_NONE_FITS(
      "HF-1213",
      422,
      "这些进出的钱，没有一个利率对得上。只看一共付了多少、收了多少。",
      "No rate fits these sums. Look at what was paid and received in total."),
  PRICE_SEVERAL(
      "HF-1214",
      422,
      "这些进出的钱同时对得上几个利率：{}。哪个都不能单独当价钱。",
      "Several rates fit these sums at once: {}. None of them alone is the price."),
  PRICE_TANGLED(
      "HF-1215",
      422,
      "进和出来回换了太多次，不能保证找全所有利率，所以不给利率。",
      "Money goes back and forth too often to be sure of finding every rate, so none is given."),
  PRICE_QUESTION(
      "HF-1216", 422, "「{}」要填一个能用的数或日期。", "\"{}\" needs a number or a day that can be used."),
  MODEL_NONE(
      "HF-1371",
      422,
      "这个文件不是虎符的模型。模型由 hufu learn train 写出。",
      "This file is no model of Hufu. Models are written by hufu learn train."),
  MODEL_VERSION(
      "HF-1372",
      422,
      "模型是另一个版本的格式（{}）。请用这个版本重新训练。",
      "The model is in another version of the format ({}). Train it again with this version."),
  MODEL_DAMAGED(
      "HF-1373",
      422,
      "模型文件不完整或被改过（{}）。请重新取得或重新训练。",
      "The model file is not whole or was changed ({}). Fetch it again or train it again."),
  MODEL_OTHER(
      "HF-1374",
      422,
      "这个模型是为别的用途或别的特征训练的：{}。",
      "This model was trained for another use or other features: {}."),
  RECIPE_SHAPE("HF-1375", 422, "配方里这一处不对：{}。", "This place of the recipe is not right: {}."),
  RECIPE_TASK(
      "HF-1376",
      422,
      "配方的 task 不认识：{}。能用的有 events、texts、applicants。",
      "The task of the recipe is not known: {}. There are events, texts and applicants."),
  LEARN_ROW_CELLS("HF-1377", 422, "这一行的格数不对：{}。", "This line has another number of cells: {}."),
  LEARN_NUMBER("HF-1378", 422, "这一格不是有限的数：{}。", "This cell is no finite number: {}."),
  LEARN_QUOTE("HF-1379", 422, "引号没有配对：{}。", "A quotation mark is not closed: {}."),
  LEARN_COLUMN("HF-1380", 422, "数据里没有这一列：{}。", "The data have no column {}."),
  LEARN_ONE_CLASS(
      "HF-1381",
      422,
      "训练数据里只有一种结果（{}），学不出区别。",
      "The training data have one outcome only ({}); there is nothing to tell apart."),
  LEARN_CONSTANT(
      "HF-1382",
      422,
      "这一列从头到尾是同一个值，没有用上：{}。",
      "This column has one value throughout and was left out: {}."),
  LEARN_LEAK(
      "HF-1383",
      422,
      "单凭这一列就几乎能猜中结果：{}。多半是结果泄漏进了特征，请核对。",
      "This column alone nearly tells the outcome: {}. Most likely the outcome leaked into it."),
  LEARN_TOO_FEW("HF-1384", 422, "数据太少：{}。", "There are too few data: {}."),
  LEARN_TOO_MANY("HF-1385", 422, "数据太多：{}。", "There are too many data: {}."),
  CARD_BROKEN("HF-1411", 422, "计分卡有错：{}。", "The scorecard is not right: {}."),
  CARD_CLASS_NEEDED(
      "HF-1412",
      422,
      "这张卡要用到「{}」。没有同意就不打分，请转人工。",
      "This card needs \"{}\". Without consent there is no score; a human looks instead."),
  CARD_VALUE(
      "HF-1413",
      422,
      "「{}」这一项不是能用的数，或者空着没有对应的分。",
      "\"{}\" is no number that can be used, or is empty and the card has no points for that."),
  CARD_PMML_BROKEN("HF-1414", 422, "这份 PMML 读不了：{}。", "This PMML cannot be read: {}."),
  CARD_PMML_BEYOND(
      "HF-1415",
      422,
      "这里面有计分卡和 PMML 不能互相表示的东西：{}。没有转换。",
      "This holds something a scorecard and PMML cannot both say: {}. Nothing was converted."),
  CARD_PROTECTED(
      "HF-1416",
      422,
      "「{}」是受保护的信息，只能用来查有没有不公平，不能用来打分。",
      "\"{}\" is protected: it may test for unfairness and may not score."),
  CARD_CLASSES("HF-1417", 422, "分箱文件有错：{}。", "The file of classes is not right: {}."),
  CARD_NOTHING_LEFT(
      "HF-1418", 422, "没有一个特征够格进这张卡：{}。", "No feature earned a place on this card: {}."),
  CARD_SIGN(
      "HF-1419",
      422,
      "「{}」在回归里的方向和它自己的分箱相反，没有用上。",
      "\"{}\" turned its sign beside the others and was left out."),
  TRAINING_FAILED("HF-1391", 500, "训练没有成功：{}。", "The training did not succeed: {}."),
  LABEL_TOO_EARLY(
      "HF-1392",
      422,
      "这个特征会提前知道结果：{}。用到标签的特征，delay 不能短于标签晚到的天数。",
      "This input would know the outcome before anybody does: {}. What reads the label needs a"
          + " delay as long as labels take."),
  TEXTS_NONE("HF-1401", 422, "这里没有要用的文本集：{}。", "The collection of texts is not here: {}."),
  DATABASE_FULL(
      "HF-1451",
      507,
      "存不下了：数据库那台机器的磁盘、内存或连接用完了。这一次什么都没有存；腾出空间以后，再按一次就行。",
      "No room: the database ran out of disk, memory or connections. Nothing of this was kept; once"
          + " there is room, do it again."),
  BILL_BALANCE_SILENT(
      "HF-1471",
      422,
      "没有收支一栏，金额也没有正负号；从余额（{}）看不出是收是支，先按不计收支列出。",
      "Neither a column nor a sign says the direction, and the balance ({}) does not show it; the"
          + " row is listed as neutral."),
  MODEL_NEEDS_GRAPH(
      "HF-1491",
      422,
      "「{}」是在一张付款图上学的，离开那张图打不了分。请改用 hufu learn score --recipe 配方 --train 学习用的数据。",
      "\"{}\" learnt from a graph of payments and cannot score without it. Use hufu learn score"
          + " --recipe RECIPE --train the data it learnt from."),
  LABELS_STALE(
      "HF-1492",
      422,
      "这份文件没有标签，却长达 {} 天：后面的分只靠越来越旧的标签，会一天比一天差。隔几天带上新标签再打。",
      "This file has no labels and runs for {} days: later scores rest on ever older labels and"
          + " grow worse by the day. Score again every few days with the labels known by then."),
  CARD_INFLATED(
      "HF-1493",
      422,
      "「{}」说的别的几项合起来已经说了，没有用上。",
      "\"{}\" says what the others say together and was left out."),
  LINES_UNUSED(
      "HF-1494",
      422,
      "一共有 {} 行没有用上（读不了，或者没有结果）；前几行的位置已经列出。",
      "{} lines in all were not used (unreadable, or without an outcome); the first are named.");

  private final String id;
  private final int httpStatus;
  private final Wording wording;

  Code(String id, int httpStatus, String zh, String en) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.wording = new Wording(zh, en);
  }

  /** The stable id, for example {@code HF-101}. */
  public String id() {
    return id;
  }

  /** The HTTP status that goes with it at the web edge. */
  public int httpStatus() {
    return httpStatus;
  }

  public Wording wording() {
    return wording;
  }
}
