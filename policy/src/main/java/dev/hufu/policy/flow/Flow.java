package dev.hufu.policy.flow;

import java.time.LocalDate;

/**
 * A row that counts.
 *
 * @param row its index in the timeline
 * @param month how many months before the end; the newest is 0
 * @param fen what it moved, without what came back; never negative
 * @param who the other side; empty where the bill has no name
 */
record Flow(int row, FlowRole role, LocalDate day, int month, long fen, String who) {}
