package dev.hufu.app.web;

import dev.hufu.app.request.RequestDesk;

/**
 * The settings page.
 *
 * @param count how many matters are kept
 * @param erased whether they have just been erased
 * @param team whether whoever asks is signed in and may look for the team
 * @param kept what law or a hold keeps although it was to go
 */
public record SettingsView(int count, boolean erased, boolean team, RequestDesk.Kept kept) {}
