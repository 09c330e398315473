/**
 * One spelling for many: 薇 信, V信 and 微❤ read 微信, 兩萬 and ２w read 20000, and every folded character
 * knows which stretch of the text it stands for.
 */
@NullMarked
package dev.hufu.language.fold;

import org.jspecify.annotations.NullMarked;
