package io.shopcare.platform.testkit.architecture.violators.cycle.a;

import io.shopcare.platform.testkit.architecture.violators.cycle.b.Egg;

/** Lays what it comes from. */
public record Chicken(Egg from) {}
