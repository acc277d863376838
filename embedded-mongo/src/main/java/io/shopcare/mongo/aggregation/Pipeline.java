package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;

/** An aggregation pipeline, parsed and validated once. What it begins with that is a find goes to the source. */
public final class Pipeline {
    private static final Set<String> WRITING = Set.of("$out", "$merge");

    private final HeadBuilder head;
    private final List<Stage> stages;
    private final boolean writes;
    private final int headLength;

    private Pipeline(HeadBuilder head, int headLength, List<Stage> stages, boolean writes) {
        this.head = head;
        this.headLength = headLength;
        this.stages = stages;
        this.writes = writes;
    }

    public static Pipeline parse(@Nullable Object pipeline, Names names) {
        List<Document> specs = specs(pipeline);
        for (int i = 0; i < specs.size(); i++) {
            String name = name(specs.get(i));
            if (WRITING.contains(name) && i < specs.size() - 1) {
                throw Code.location(40601, name + " can only be the final stage in the pipeline");
            }
            if (i > 0
                    && Set.of("$documents", "$changeStream", "$geoNear", "$collStats", "$indexStats").contains(name)) {
                throw Code.location(40602, name + " is only valid as the first stage in a pipeline.");
            }
        }
        HeadBuilder head = new HeadBuilder(names);
        int from = head.take(specs);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            Stage stage = stage(specs, i, names);
            if (i >= from) {
                stages.add(stage);
            }
        }
        boolean writes = !specs.isEmpty() && WRITING.contains(name(specs.getLast()));
        return new Pipeline(head, from, stages, writes);
    }

    /** A sort that a limit follows keeps only so many documents in memory. */
    private static Stage stage(List<Document> specs, int at, Names names) {
        Document spec = specs.get(at);
        String name = name(spec);
        boolean limited = name.equals("$sort") && at + 1 < specs.size() && name(specs.get(at + 1)).equals("$limit");
        long limit = limited ? Numbers.whole(specs.get(at + 1).get("$limit")).orElse(0L) : 0;
        return name.equals("$sort")
                ? SortStage.parse(spec.get(name), limit)
                : Stages.parse(name, spec.get(name), names);
    }

    static List<Document> specs(@Nullable Object pipeline) {
        if (!(pipeline instanceof List<?> items)) {
            throw Code.TYPE_MISMATCH.error("'pipeline' option must be specified as an array");
        }
        List<Document> specs = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Document document)) {
                throw Code.TYPE_MISMATCH.error("Each element of the 'pipeline' array must be an object");
            }
            if (document.size() != 1) {
                throw Code.location(40323, "A pipeline stage specification object must contain exactly one field.");
            }
            specs.add(document);
        }
        return specs;
    }

    static String name(Document spec) {
        return spec.keySet().iterator().next();
    }

    public Head head(String collection) {
        return head.build(collection);
    }

    /** Of the stages it was parsed from, those behind the head. */
    public List<Document> rest(List<Document> specs) {
        return specs.subList(headLength, specs.size());
    }

    /** Whether it begins with documents of its own. */
    public boolean readsNoCollection() {
        return head.isDocuments();
    }

    /** Whether it ends in {@code $out} or {@code $merge}, and so gives no documents. */
    public boolean writes() {
        return writes;
    }

    /** Lazy; to be closed. */
    public Stream<Document> run(DataSource source, String collection) {
        return runOn(head.isDocuments() ? Stream.empty() : source.find(head.build(collection)), source, stages);
    }

    /** On documents that another pipeline gives, as in {@code $facet}; what was read is closed with the result. */
    static Stream<Document> runOn(Stream<Document> documents, DataSource source, List<Stage> stages) {
        Stream<Document> result = documents;
        for (Stage stage : stages) {
            Stream<Document> input = result;
            try {
                // a stage that gathers gives a stream of its own, which knows nothing of what is to be closed
                result = stage.apply(input, source).onClose(input::close);
            } catch (RuntimeException e) {
                input.close();
                throw e;
            }
        }
        return result;
    }

    static List<Stage> parseStages(@Nullable Object pipeline, Names names) {
        List<Document> specs = specs(pipeline);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            stages.add(stage(specs, i, names));
        }
        return stages;
    }
}
