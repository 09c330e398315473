package dev.hufu.language.extract;

import dev.hufu.kernel.script.Span;

/** A bank or payment service named in a text: 建行 is 中国建设银行. */
public record FoundBank(String name, Span span) {}
