package dev.hufu.language.extract;

import dev.hufu.kernel.script.Span;
import java.time.LocalDate;

/** A calendar day found in a text: "明天", seen from 2026-11-21, is 2026-11-22. */
public record FoundDay(LocalDate day, Span span) {}
