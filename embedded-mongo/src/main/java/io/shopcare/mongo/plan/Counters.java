package io.shopcare.mongo.plan;

/** What a query looked at. */
final class Counters {

    long keys;
    long documents;
    long returned;
}
