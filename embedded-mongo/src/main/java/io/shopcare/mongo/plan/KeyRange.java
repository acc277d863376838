package io.shopcare.mongo.plan;

/** A range of index keys, from inclusive to exclusive; {@code prefix}: how many bytes all its keys share by equality. */
@SuppressWarnings("ArrayRecordComponent")
record KeyRange(byte[] from, byte[] to, int prefix) {}
