package dev.hufu.app.web;

/** The shared card and the QR code of its words. */
public record CardPageView(CardView card, QrPath qr) {}
