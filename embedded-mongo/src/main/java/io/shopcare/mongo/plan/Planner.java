package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.store.ReadView;
import io.shopcare.mongo.store.StoredCollection;

/** Chooses where the documents of a query come from. */
final class Planner {

    private final StoredCollection collection;
    private final Query query;

    Planner(StoredCollection collection, Query query) {
        this.collection = collection;
        this.query = query;
    }

    /** The access for {@code {_id: value}} and nothing else; null for other queries. Needs no view. */
    static Access.@Nullable IdHack idHack(StoredCollection collection, Query query) {
        return query.filter().size() == 1 ? byId(collection, query) : null;
    }

    /** The access for {@code {_id: value}} and whatever else; null for queries that name no {@code _id}. */
    static Access.@Nullable IdHack byId(StoredCollection collection, Query query) {
        if (!query.filter().containsKey("_id") || query.hint() != null) {
            return null;
        }
        Object id = query.filter().get("_id");
        if (ValueBounds.isOperators(id)) {
            Document condition = (Document) Objects.requireNonNull(id);
            if (condition.size() != 1 || !condition.containsKey("$eq")) {
                return null;
            }
            id = condition.get("$eq");
        }
        Bounds bounds = ValueBounds.equal(id);
        return bounds != null && bounds.exact() && bounds.isSinglePoint()
                ? new Access.IdHack(collection.indexes().getFirst(), id)
                : null;
    }

    /** The view was taken before: what indexes know of arrays now holds for all it shows. */
    Access choose(ReadView view) {
        if (query.hint() != null) {
            return hinted(query.hint());
        }
        Integer natural = natural(query.sort());
        if (natural != null) {
            return new Access.CollectionScan(natural > 0);
        }
        IndexPlan byId = IndexPlan.of(collection.indexes().getFirst(), query);
        if (byId.isPoint()) { // would be the best of whatever there is
            return byId;
        }
        List<IndexPlan> candidates = candidates(query.filter());
        IndexPlan best = best(candidates, view);
        if (best != null && best.isBounded()) {
            return best;
        }
        Access.Either either = either(view);
        if (either != null) {
            return either;
        }
        return best != null ? best : new Access.CollectionScan(true);
    }

    private List<IndexPlan> candidates(Document filter) {
        List<IndexPlan> candidates = new ArrayList<>();
        for (Index index : collection.indexes()) {
            if (PartialFit.holdsAll(index.definition(), filter)) {
                IndexPlan plan = IndexPlan.of(index, query.withFilter(filter));
                if (plan.isBounded() || plan.sort().provided() && !query.sort().isEmpty()
                        || isWorthWalking(index, filter)) {
                    candidates.add(plan);
                }
            }
        }
        return candidates;
    }

    /** An index that leaves out documents without its field, for a query for those that have it. */
    private static boolean isWorthWalking(Index index, Document filter) {
        return index.definition().sparse()
                && filter.get(index.definition().fields().getFirst().path()) instanceof Document condition
                && condition.containsKey("$exists");
    }

    private @Nullable IndexPlan best(List<IndexPlan> candidates, ReadView view) {
        List<IndexPlan> bounded = candidates.stream().filter(IndexPlan::isBounded).toList();
        for (IndexPlan plan : bounded) {
            if (plan.isPoint()) {
                return plan;
            }
        }
        List<IndexPlan> rivals = bounded.stream()
                .filter(plan -> bounded.stream().noneMatch(other -> dominates(other, plan, bounded))).toList();
        if (rivals.size() > 1) {
            return Trial.cheapest(rivals, query, view);
        }
        return rivals.isEmpty()
                ? candidates.stream().min(Comparator.comparingInt(plan -> plan.bounds().size())).orElse(null)
                : rivals.getFirst();
    }

    /** At least as narrow by equality on the same leading fields, and ordered when the other is; the first of two equals. */
    private static boolean dominates(IndexPlan one, IndexPlan other, List<IndexPlan> order) {
        if (one == other || other.sort().provided() && !one.sort().provided()) {
            return false;
        }
        List<String> ofOne = boundFields(one);
        List<String> ofOther = boundFields(other);
        if (one.equalities() < other.equalities()
                || !ofOne.subList(0, one.equalities()).containsAll(ofOther.subList(0, other.equalities()))
                || !ofOne.containsAll(ofOther)) {
            return false;
        }
        boolean same = ofOther.containsAll(ofOne) && one.equalities() == other.equalities()
                && one.sort().provided() == other.sort().provided();
        return !same || order.indexOf(one) < order.indexOf(other);
    }

    private static List<String> boundFields(IndexPlan plan) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < plan.equalities() + (plan.hasRange() ? 1 : 0); i++) {
            paths.add(plan.index().definition().fields().get(i).path());
        }
        return paths;
    }

    /** Every branch of an $or by an index of its own. */
    private Access.@Nullable Either either(ReadView view) {
        List<Document> branches = FilterBounds.documents(query.filter().get("$or"));
        if (branches.isEmpty()) {
            return null;
        }
        Document rest = query.filter().clone();
        rest.remove("$or");
        List<IndexPlan> plans = new ArrayList<>();
        for (Document branch : branches) {
            Document filter = rest.isEmpty() ? branch : new Document("$and", List.of(rest, branch));
            Query part = query.withFilter(filter).withSort(new Document());
            Planner planner = new Planner(collection, part);
            IndexPlan plan = planner.best(planner.candidates(filter), view);
            if (plan == null || !plan.isBounded()) {
                return null;
            }
            plans.add(plan);
        }
        return new Access.Either(plans);
    }

    private Access hinted(Object hint) {
        if (hint instanceof Document document) {
            Integer natural = natural(document);
            if (natural != null) {
                return new Access.CollectionScan(natural > 0);
            }
        }
        return collection.indexes().stream()
                .filter(index -> hint.equals(index.name())
                        || hint instanceof Document document && samePattern(index, document))
                .findFirst()
                .map(index -> IndexPlan.of(index, query))
                .orElseThrow(() -> new MongoServerError(2, "BadValue",
                        "error processing query: planner returned error :: caused by :: "
                                + "hint provided does not correspond to an existing index"));
    }

    private static boolean samePattern(Index index, Document pattern) {
        return SamePattern.same(index.definition().keyPattern(), pattern);
    }

    static @Nullable Integer natural(Document order) {
        for (Map.Entry<String, Object> entry : order.entrySet()) {
            if (entry.getKey().equals("$natural") && entry.getValue() instanceof Number direction) {
                return direction.intValue();
            }
        }
        return null;
    }
}
