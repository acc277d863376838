package io.shopcare.aftersale.policies;

/**
 * The rule that decided, so that the answer can be checked years later.
 *
 * @param rule    number in its pack: {@code R1}
 * @param pack    name of the pack
 * @param version of the pack that was in force
 */
public record Citation(String rule, String pack, String version) {}
