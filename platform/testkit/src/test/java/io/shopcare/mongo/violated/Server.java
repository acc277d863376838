package io.shopcare.mongo.violated;

/** Belongs to the embedded database. */
public record Server(int port) {}
