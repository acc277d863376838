package io.shopcare.mongo.update;

/** What one operator does at one path. */
@FunctionalInterface
interface Modifier {
    void apply(Target target);
}
