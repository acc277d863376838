package io.shopcare.order.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.parking.Failures;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.RejectedException;

/** Reads a file from where it stands to its end; whoever goes on after a crash begins at the last batch. */
@Component
final class RunImport {
    private static final Logger log = LoggerFactory.getLogger(RunImport.class);
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final CommandContext CONTEXT = CommandContext.bySystem("run-import");

    private final AggregateStore<OrderImport> imports;
    private final ImportFiles files;
    private final List<ImportReader> kinds;
    private final Clock clock;
    private final String reader = Ids.next();

    RunImport(AggregateStore<OrderImport> imports, ImportFiles files, List<ImportReader> kinds, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /** Reads on, unless another reader does. */
    void handle(String importId) {
        try {
            var taken = imports.decide(importId, CONTEXT, each -> each.take(reader, clock.instant(), LEASE)).orThrow()
                    .stored().aggregate();
            read(taken);
        } catch (RejectedException e) {
            log.info("import {} is read by another", importId);
        }
    }

    private void read(OrderImport taken) {
        var importId = taken.importId();
        var rows = new Rows(taken.progress().rows(), batch -> imports.decide(importId, CONTEXT,
                each -> each.advance(batch, reader, clock.instant(), LEASE)).orThrow());
        try {
            of(taken.kind()).read(taken, files.open(taken.fileId()), rows);
            rows.end();
            imports.decide(importId, CONTEXT, each -> each.finish(reader, clock.instant())).orThrow();
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuntimeException thrown && isReadOnLater(thrown))
                throw thrown;
            log.warn("import {} can't be read on: {}", importId,
                    e instanceof IOException ? e.toString() : e.getClass().getName()); // others may quote a row
            imports.decide(importId, CONTEXT, each -> each.fail(reader, "file-unreadable", clock.instant())).orThrow();
        }
    }

    /** Another reader has it, or something around is away; what fails by itself would fail again at every sweep. */
    private static boolean isReadOnLater(RuntimeException thrown) {
        return thrown instanceof RejectedException || Failures.areAround(thrown);
    }

    /** Who reads files of this kind. */
    ImportReader of(ImportKind kind) {
        return kinds.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }
}
