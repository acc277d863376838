package io.shopcare.mongo.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;

/** Where documents come from. */
sealed interface Access permits Access.IdHack, Access.CollectionScan, Access.Either, IndexPlan {

    /** One document by its {@code _id}. */
    record IdHack(Index index, @Nullable Object id) implements Access {}

    record CollectionScan(boolean forward) implements Access {}

    /** The branches of an {@code $or}, each by an index of its own. */
    record Either(List<IndexPlan> branches) implements Access {}
}
