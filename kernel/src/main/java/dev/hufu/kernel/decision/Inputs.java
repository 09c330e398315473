package dev.hufu.kernel.decision;

import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.script.Detection;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Everything a decision is a function of, besides the pack.
 *
 * @param at the moment it is made for; the pack and its dated entries are chosen by it
 * @param zone whose calendar days count
 * @param facts what is known, with where it came from
 * @param detection what the detector said of the chat
 * @param detector which detector said so: {@code cues/1}
 */
public record Inputs(Instant at, ZoneId zone, Facts facts, Detection detection, String detector) {}
