package kr.gonggu.chat.domain;

import java.util.UUID;

/**
 * What neighbours recognise a room by.
 *
 * @param title of the deal
 * @param imageId first picture of the deal, which the deal service serves, or null
 */
public record Heading(String title, UUID imageId) {}
