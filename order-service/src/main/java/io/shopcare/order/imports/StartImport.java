package io.shopcare.order.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executor;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Keeps a file and begins to read it. Refused at once when its header is not that of a known export. */
@Component
final class StartImport {
    private final AggregateStore<OrderImport> imports;
    private final ImportFiles files;
    private final RunImport run;
    private final Executor readers;
    private final Clock clock;

    StartImport(AggregateStore<OrderImport> imports, ImportFiles files, RunImport run, Executor importReaders,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.run = run;
        this.readers = importReaders;
        this.clock = clock;
    }

    record Command(ImportKind kind, String shop, String platform, String fileName, String startedBy) {}

    Outcome<OrderImport> handle(Command command, ImportFiles.Content content, CommandContext context)
            throws IOException {
        if (!run.of(command.kind()).knows(content.open()))
            return new Outcome.Rejected<>(Rejection.rule(
                    command.kind() == ImportKind.ORDERS ? "header-unknown" : "catalogue-unknown"));
        var fileId = files.keep(content);
        var importId = context.newId();
        var outcome = imports.create(importId, context, () -> OrderImport.start(importId, command.kind(),
                command.shop(), command.platform(), command.fileName(), fileId, command.startedBy(), clock.instant()));
        if (outcome instanceof Outcome.Accepted<OrderImport> accepted) {
            // the fingerprint of the request does not cover a file
            if (!ImportFiles.isSame(accepted.stored().aggregate().fileId(), fileId))
                return new Outcome.Rejected<>(new Rejection(Rejection.Kind.KEY_REUSED, "idempotency-key-reused",
                        java.util.Map.of()));
            readers.execute(() -> run.handle(importId));
        }
        return outcome;
    }
}
