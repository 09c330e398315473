package dev.hufu.app.web;

/**
 * The settings page.
 *
 * @param count how many matters are kept
 * @param erased whether they have just been erased
 * @param team whether whoever asks is signed in and may look for the team
 */
public record SettingsView(int count, boolean erased, boolean team) {}
