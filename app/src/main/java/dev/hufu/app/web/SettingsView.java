package dev.hufu.app.web;

/**
 * The settings page.
 *
 * @param count how many matters are kept
 * @param erased whether they have just been erased
 */
public record SettingsView(int count, boolean erased) {}
