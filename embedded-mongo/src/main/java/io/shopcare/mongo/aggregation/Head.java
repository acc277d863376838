package io.shopcare.mongo.aggregation;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.expression.Names;

/** The part of a pipeline that is a plain find: what planner and explain see. A limit of 0 is none. */
public record Head(String collection, Document filter, Document sort, long skip, long limit, Names names) {}
