package io.shopcare.order.imports;

import java.util.Optional;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.store.Outcome;

/**
 * A kind of line in a catalogue file.
 *
 * @param <T> what the API takes of it
 * @param <A> what it becomes
 */
interface CatalogueKind<T, A> {
    /** The field with its id, by which such lines are known. */
    String field();

    /** What such a line says beside its id and the revision that its system counts. */
    Class<T> listing();

    /** What is wrong with it beyond the form of its fields. */
    Optional<FieldProblem> problem(String id, T said, Shops.Shop shop);

    /** Revision here before the line; 0 when it is not known yet. */
    int known(String shop, String id);

    /** Takes it from the system that sends it. */
    Outcome<A> take(String shop, String id, T said, Sku.Owner from, CommandContext context);

    /** Revision here of what it became. */
    int revision(A taken);
}
