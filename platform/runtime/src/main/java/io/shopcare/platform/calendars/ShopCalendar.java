package io.shopcare.platform.calendars;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;

/**
 * The business hours of a shop in one version.
 *
 * @param version counts what the shop has stored, from 1; 0 is the product's default
 * @param by      who stored it; null for the default
 */
public record ShopCalendar(String shop, long version, BusinessHours hours, @Nullable Actor by, @Nullable Instant at) {}
