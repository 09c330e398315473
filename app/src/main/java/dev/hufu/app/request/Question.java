package dev.hufu.app.request;

import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.text.Wording;

/**
 * One question to ask, and the heading it stands under.
 *
 * @param type the fact it settles, with its wording and its options
 * @param group id of the group: {@code who}
 * @param groupTitle the group's heading: 这个人
 * @param lead whether it is asked first; the others wait, folded, for whoever knows more
 */
public record Question(FactType type, String group, Wording groupTitle, boolean lead) {}
