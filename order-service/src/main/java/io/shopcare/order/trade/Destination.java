package io.shopcare.order.trade;

import org.jspecify.annotations.Nullable;

/**
 * Where goods go, as far as rules and reports need it.
 *
 * @param country  ISO 3166-1 alpha-2
 * @param division six-digit code of GB/T 2260; only in China
 */
public record Destination(String country, @Nullable String division) {}
