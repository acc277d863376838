package io.shopcare.platform.testkit.architecture.violators.cycle.b;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.testkit.architecture.violators.cycle.a.Chicken;

/** Comes from what comes from it. */
public record Egg(@Nullable Chicken from) {}
