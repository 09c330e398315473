package dev.hufu.app.web;

/** The page of a live-call challenge. */
public record ChallengeView(String matterId, Challenge challenge) {}
