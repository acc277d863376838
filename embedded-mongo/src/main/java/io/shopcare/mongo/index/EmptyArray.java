package io.shopcare.mongo.index;

/** What an index holds for a field that is an empty array: before null, after the least key. */
enum EmptyArray {
    VALUE
}
